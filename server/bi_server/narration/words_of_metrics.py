"""The nouns of metrics: what a number of a claim may be said to count. Written as in `words`."""

WORDS_OF_METRICS: dict[str, str] = {
    "revenue": (
        "sales revenue, revenue total, total takings, overall revenue, overall sales, business revenue, sales value, "
        "value of sales, proceeds, revenue figure, topline, top-line, top line, revenue, revenues, sales, turnover, "
        "takings, income, total revenue, total sales, sales figures"
    ),
    "orders": (
        "orders placed, order numbers, total orders, quantity of orders, order counts, count of orders, volume of "
        "orders, orders, order count, order volume, number of orders, purchases"
    ),
    "units": "units, units sold, items sold, unit sales",
    "customers": "customers, buyers, number of customers, customer count",
    "visits": "visits, traffic, site traffic, visitors, number of visits",
    "average_order_value": (
        "an order, average value, basket size, average basket size, basket value, average basket value, average "
        "(order|purchase|ticket) (size|value|amount), average spend per order, average revenue per order, revenue per "
        "order, per order, each order, average value of (an order|orders|its orders|each order), value of (an|the) "
        "average order, average ticket, the (typical|mean) order, average order's, average orders, spend per order, "
        "(average|mean) size of an order, an average order, mean order value, AOV, average order, order value, "
        "average basket, average value per order"
    ),
    "conversion_rate": (
        "(share of |)visits (that |which |)(became|turn~ into|end~ in|led to|result~ in|convert~ (into|to)) "
        "(orders|an order), convert~, conversion rates, share of visits (that|which) (converted|ordered), conversion "
        "ratio, conversion rate, conversion, rate of conversion"
    ),
    "revenue_per_unit": (
        "(each|every|a|one|per|the average) unit, average (selling price|revenue per item|price paid), revenue (a|for "
        "each|for every|from each) unit, (revenue|price|takings|sales) per (item|piece|unit), selling price, price "
        "level, unit revenue, per item, (average|mean) price of a unit, average revenue per unit, average unit price, "
        "average price, unit price, revenue per unit sold, average price per unit"
    ),
    "share": (
        "percentage of revenue, contribution, share, shares, proportion, portion, percentage share, revenue share, "
        "slice"
    ),
}
