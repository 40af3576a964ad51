"""The nouns of metrics: what a number of a claim may be said to count."""

WORDS_OF_METRICS: dict[str, str] = {
    "revenue": """
        sales revenue, total takings, overall revenue, overall sales, business revenue, sales value, value of sales,
        proceeds, revenue figure, topline, top-line, top line, revenue, revenues, sales, turnover, takings, income,
        total revenue, total sales, sales figures, receipts, sales receipts, sales total, sales takings, revenue
        (amount|amounts|level|levels|result|results|performance|intake|number|numbers|total), sales (level|levels|
        result|results|performance|amount|income), intake, money taken, amount taken, overall takings, business done
    """,
    "orders": """
        total orders, orders, purchases, (number|count|volume|quantity|tally|amount) of (orders|purchases|transactions),
        order (count|counts|volume|volumes|numbers|number|total|totals|quantity|figures|intake), orders (placed|
        received|taken|made|booked), customer orders, transactions, transaction (count|numbers)
    """,
    "units": """
        units, units sold, items sold, unit sales
    """,
    "customers": """
        customers, buyers, number of customers, customer count
    """,
    "visits": """
        visits, traffic, site traffic, visitors, number of visits, (site|store|shop|web|website) visits, visitor
        (numbers|traffic|count), visit (count|numbers|volume), (count|volume) of visits, footfall, traffic volume
    """,
    "average_order_value": """
        an order, average value, (the|its) average value, average value of (an order|orders|its orders|each order),
        value of (an|the) average order, average order's, average orders, AOV, (the|an|each|) (average|mean|typical)
        (order|basket|ticket| purchase|transaction|cart) (value|size|amount|total|spend|worth|), (average|mean|typical|)
        (spend|value|amount| revenue|size|worth|total) per (order|purchase|transaction|basket), (average|mean)
        (value|size|amount|spend| worth) of (each|an|a|the) (order|purchase|transaction), per-order
        (value|revenue|spend|average|amount), (each| per|every) (order|purchase|transaction|basket), order
        (value|size|values|sizes), (basket|ticket|cart) (value| size|total), (value|size) of each order, order averages
    """,
    "conversion_rate": """
        (share|percentage|proportion|portion|fraction) of (its|all|the|) visits (that|which|) (became|turn~ into|end~
        (in|with|up as)|led to|result~ in|convert~ (into|to|)|yield~|generat~|produced|brought|led) (orders|an order|a
        sale|a purchase|), order rate, visit-to-order (rate|conversion), rate at which visits (converted|became orders|
        turned into orders), (share of |)visits (that |which |)(became|turn~ into|end~ in|led to|result~ in|convert~
        (into|to)) (orders|an order), convert~, conversion rates, share of visits (that|which) (converted|ordered),
        conversion ratio, conversion rate, conversion, rate of conversion
    """,
    "revenue_per_unit": """
        (the|the average|average|the mean) price of, average (selling price|revenue per item|price paid), revenue (a|for
        each|for every|from each) unit, selling price, price level, unit revenue, (average|mean) price of a unit,
        average price, unit price, revenue per unit sold, (average|mean|typical|) (price|revenue|takings|sales|value|
        income|proceeds) per (unit|item|piece|article|product), per-unit (revenue|price|takings|value|figure|amount),
        (average|mean|typical) (unit|item|piece) (price|revenue|value|), (each|every|per|a|one|a single|the average|an
        average) (unit|item|piece), (average|mean) (sale|selling|sales|sold) price, realised price, realized price,
        (price|revenue) (of|for) (a|each|one|the average) (unit|item|piece), (what|the amount) (a|each|one) unit
        (brings|brought) in
    """,
    "share": """
        (hang~|hung|rest~|lean~|depend~|rel(y|ies|ied|ying)) (largely |mostly |mainly |)on, percentage of revenue,
        contribution, share, shares, proportion, portion, percentage share, revenue share, slice
    """,
}
