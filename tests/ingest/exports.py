"""Files of the shape of usual exports, made up, with what makes each of them hard; and what is in them."""

# ruff: noqa: E501
SHOPIFY = """Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,\
Created at,Lineitem quantity,Lineitem name,Lineitem price,Shipping Country,Notes,Refunded Amount,Vendor,Lineitem discount
#2001,ana@example.org,paid,2024-03-30 23:45:10 +0100,USD,31.50,4.90,0.00,36.40,,0.00,2024-03-30 23:45:10 +0100,1,\
Mug blue,12.50,DE,"Please wrap.
Thanks, Ana",0.00,Acme,0.00
#2001,ana@example.org,,,,,,,,,,2024-03-30 23:45:10 +0100,2,"Tea, green 100g",7.90,,,,Leaf,0.00
#2001,ana@example.org,,,,,,,,,,2024-03-30 23:45:10 +0100,1,Spoon,3.20,,,,,0.00
#2002,bob@example.org,refunded,2024-03-31 03:15:00 +0200,USD,37.50,4.90,0.00,42.40,,0.00,2024-03-31 03:15:00 +0200,3,\
Mug blue,12.50,AT,,42.40,Acme,0.00
#2003,Ana@example.org,partially_refunded,2024-04-01 10:00:00 +0200,USD,51.50,0.00,0.00,51.50,TEN,10.00,\
2024-04-01 10:00:00 +0200,1,Kettle,49.00,DE,,12.50,Heat,0.00
#2003,Ana@example.org,,,,,,,,,,2024-04-01 10:00:00 +0200,1,Mug red,12.50,,,,Acme,0.00
#2004,,pending,,USD,25.00,0.00,0.00,25.00,,0.00,2024-04-02 11:00:00 +0200,1,Gift card,25.00,,,0.00,Acme,0.00
"""

WOOCOMMERCE = """Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),N. Revenue
2024-03-01 10:22:11,811,$40.00,completed,Ana Ruiz,new,2x Mug,2,,40
2024-03-01 12:00:00,812,$12.50,processing,Bob Orr,returning,1x Spoon,1,SPRING,12.5
2024-03-02 09:10:00,813,$99.00,pending,Cy Lee,new,1x Kettle,1,,99
2024-03-02 09:30:00,814,$20.00,cancelled,Cy Lee,new,1x Tea,1,,20
"""

SQUARE = """Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,\
Event Type,Location,Customer ID
2024-03-01,09:12:33,Pacific Time (US & Canada),Coffee,Latte,2.0,Regular,,$9.00,-$1.00,$8.00,$0.72,T1,Payment,Main St,C1
2024-03-01,09:12:33,Pacific Time (US & Canada),Bakery,Scone,1.0,Regular,,"$1,003.25",$0.00,"$1,003.25",$0.29,T1,Payment,\
Main St,C1
2024-03-02,17:45:00,Pacific Time (US & Canada),Coffee,Latte,-1.0,Regular,,-$4.50,$0.50,-$4.00,-$0.36,T2,Refund,Main St,C1
"""

STRIPE = """id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded,\
Converted Currency,Description,Fee,Status,Customer ID
ch_1,2024-03-01 10:22:00,100.00,0.00,eur,true,108.50,0.00,usd,Plan,3.20,Paid,cus_1
ch_2,2024-03-01 10:40:00,50.00,20.00,usd,true,50.00,20.00,usd,Plan,1.75,Paid,cus_2
ch_3,2024-03-02 08:00:00,80.00,0.00,usd,false,80.00,0.00,usd,Plan,0.00,Failed,cus_3
ch_4,2024-03-02 09:00:00,10.00,10.00,usd,true,10.00,10.00,usd,Plan,0.60,Refunded,cus_4
"""

AMAZON = """\
amazon-order-id\tpurchase-date\torder-status\titem-status\tsku\tquantity\tcurrency\titem-price\titem-tax\t\
item-promotion-discount\tship-country
111-1\t2024-03-01T23:30:00+00:00\tShipped\tShipped\tMUG\t2\tUSD\t25.00\t2.00\t\tUS
111-1\t2024-03-01T23:30:00+00:00\tShipped\tShipped\tTEA\t1\tUSD\t7.90\t0.60\t0.90\tUS
111-2\t2024-03-02T08:00:00+00:00\tCancelled\tCancelled\tMUG\t0\t\t\t\t\tUS
111-3\t2024-03-03T09:00:00+00:00\tPending\tUnshipped\tMUG\t1\tUSD\t12.50\t1.00\t\tCA
"""

SUPERSTORE = """Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Segment,Country,City,State,\
Postal Code,Region,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit
1,CA-1,11/8/2016,11/11/2016,Second Class,CG-1,Claire,Consumer,United States,Henderson,Kentucky,42420,South,F-1,\
Furniture,Bookcases,"Bush, Somerset",261.96,2,0,41.9136
2,CA-1,11/8/2016,11/11/2016,Second Class,CG-1,Claire,Consumer,United States,Henderson,Kentucky,42420,South,F-2,\
Furniture,Chairs,Hon Chairs,731.94,3,0,219.582
3,CA-2,6/12/2016,6/16/2016,Second Class,DV-1,Darrin,Corporate,United States,Los Angeles,California,90036,West,O-1,\
Office Supplies,Labels,Labels 3"" round,14.62,2,0,6.8714
4,US-3,10/18/2015,10/25/2015,Standard,SO-1,Sean,Consumer,United States,Fort Lauderdale,Florida,33311,South,F-3,\
Furniture,Tables,Table,957.5775,5,0.45,-383.031
"""

GERMAN_ERP = """Belegart;Belegnummer;Belegdatum;Kundennummer;Kunde;Artikel;Warengruppe;Menge;Einzelpreis;Nettobetrag;Land
Rechnung;RE/2024/0001;01.03.2024;10001;Müller GmbH;4711;Schrauben;1.000;1,234;1.234,00;DE
Rechnung;RE/2024/0001;01.03.2024;10001;Müller GmbH;4712;Dübel;20;0,50;10,00;DE
Angebot;AN/2024/0001;02.03.2024;10002;Österle KG;4711;Schrauben;5;1,00;5,00;AT
Gutschrift;GS/2024/0001;03.04.2024;10001;Müller GmbH;4712;;-2;0,50;-1,00;DE
"""

# Name of the profile -> its file; revenue in cents, units, orders, rows and customers that are to come of it.
EXPORTS = {
    "shopify": (SHOPIFY, (3150 + 5150 - 1250, 6, 2, 5, 2)),
    "woocommerce": (WOOCOMMERCE, (5250, 3, 2, 2, 2)),
    "square": (SQUARE, (800 + 100_325 - 400, 2, 2, 3, 1)),
    "stripe": (STRIPE, (10_850 + 3000 + 0, 3, 3, 3, 3)),
    "amazon": (AMAZON, (2500 + 700, 3, 1, 2, 0)),
    "superstore": (SUPERSTORE, (26_196 + 73_194 + 1462 + 95_758, 12, 3, 4, 3)),
    "german-erp": (GERMAN_ERP, (123_400 + 1000 - 100, 1018, 2, 3, 1)),
}
