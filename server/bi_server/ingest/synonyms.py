"""Which headers mean a column of ours, in the languages that exports come in; each is written as `plain` writes it."""

# A header of several words counts with and without the signs between them: ORDERNUMBER, Order Number, order_number.
SYNONYMS: dict[str, tuple[str, ...]] = {
    "date": (
        "order_date", "invoice_date", "sale_date", "sales_date", "date_of_sale", "transaction_date", "purchase_date",
        "posting_date", "order_datetime", "order_timestamp", "order_time_stamp", "timestamp", "datetime", "date_time",
        "created_at", "sold_at", "ordered_at", "transaction_timestamp", "transaction_datetime", "purchase_timestamp",
        "order_purchase_timestamp", "invoice_datetime", "date_created", "order_created", "datum", "bestelldatum",
        "rechnungsdatum", "belegdatum", "auftragsdatum", "buchungsdatum", "verkaufsdatum", "date_commande",
        "date_de_commande", "date_facture", "date_de_vente", "fecha", "fecha_pedido", "fecha_de_pedido",
        "fecha_factura", "fecha_venta", "data", "data_ordine", "data_do_pedido", "data_venda", "orderdatum",
    ),
    "revenue": (
        "amount", "total", "sales", "sale_amount", "sales_amount", "sales_value", "net_sales", "gross_sales",
        "total_sales", "total_revenue", "net_revenue", "gross_revenue", "total_price", "total_amount", "net_amount",
        "line_total", "line_amount", "order_total", "order_amount", "order_value", "invoice_total", "extended_price",
        "net_total", "turnover", "umsatz", "nettoumsatz", "betrag", "nettobetrag", "bruttobetrag", "gesamtbetrag",
        "gesamtpreis", "nettowert", "montant", "montant_ht", "montant_ttc", "chiffre_d_affaires", "importe",
        "importe_total", "ventas", "ingresos", "fatturato", "importo", "receita", "valor_total", "omzet", "bedrag",
    ),
    "units_sold": (
        "units", "quantity", "qty", "quantity_sold", "qty_sold", "sold_quantity", "quantity_ordered", "qty_ordered",
        "ordered_quantity", "order_quantity", "order_qty", "units_ordered", "transaction_qty", "item_quantity",
        "line_quantity", "quantity_purchased", "pieces", "pcs", "menge", "anzahl", "stück", "stückzahl", "stueckzahl",
        "verkaufsmenge", "quantité", "quantite", "qté", "cantidad", "unidades", "quantidade", "quantità", "quantita",
        "aantal",
    ),
    "product_category": (
        "category", "product_line", "product_category_name", "category_name", "product_type", "product_group",
        "product_family", "item_category", "item_type", "item_group", "department", "kategorie", "warengruppe",
        "produktkategorie", "produktgruppe", "artikelgruppe", "catégorie", "categorie", "famille", "rayon",
        "categoría", "categoria", "familia",
    ),
    "region": (
        "sales_region", "region_name", "territory", "sales_territory", "state", "province", "country", "country_name",
        "city", "market", "branch", "store", "store_name", "store_location", "store_id",
        "branch_name", "outlet", "location", "area", "ship_country",
        "ship_state", "shipping_country", "shipping_state", "billing_country", "customer_country", "customer_state",
        "bundesland", "land", "filiale", "standort", "vertriebsgebiet", "gebiet", "région", "pays", "ville", "magasin",
        "país", "pais", "provincia", "regione", "negozio", "tienda", "estado", "regio",
    ),
    "customer_id": (
        "customer", "customer_number", "customer_no", "customer_nr", "customer_code", "client", "client_id",
        "client_number", "buyer_id", "user_id", "member_id", "account_id", "household_id",
        "kunde", "kundennummer", "kundennr",
        "kunden_nr", "debitor", "debitorennummer", "numéro_client", "id_client", "id_cliente", "cliente",
        "klantnummer",
    ),
    "order_id": (
        "order", "order_number", "order_no", "order_nr", "order_reference", "invoice", "invoice_id", "invoice_no",
        "invoice_number", "transaction_id", "transaction_number", "transaction_no", "receipt_id", "receipt_no",
        "receipt_number", "sale_id", "basket_id", "bill_no",
        "bill_number", "bestellnummer", "bestellnr", "auftragsnummer", "auftrag", "rechnungsnummer",
        "rechnungsnr", "belegnummer", "belegnr", "bonnummer", "numéro_commande", "commande", "numéro_facture",
        "pedido", "id_pedido", "número_de_pedido", "factura", "numero_ordine", "ordine", "ordernummer",
    ),
    "category": ("product_category",),  # of traffic
    "visits": ("sessions",),
}  # fmt: skip

# Of one piece; a column `price` may as well be that of all of them.
UNIT_PRICES = (
    "unit_price", "price_each", "price_per_unit", "unit_sale_price", "price_per_item", "item_price", "einzelpreis",
    "stückpreis", "stueckpreis", "preis_pro_stück", "vk_preis", "prix_unitaire", "precio_unitario", "prezzo_unitario",
    "preço_unitário", "stukprijs",
)  # fmt: skip
# Beside them the product of price and quantity is not all there is to revenue.
DEDUCTIONS = (
    "discount", "rebate", "refund", "refunded", "coupon", "tax", "vat", "rabatt", "nachlass", "gutschrift", "remise",
    "descuento", "sconto", "desconto", "korting",
)  # fmt: skip
# What a header says in brackets of its amounts: in thousands, hundred thousands, millions, thousand millions.
SCALES = {
    1_000: (
        "k", "t", "tsd", "thousand", "thousands", "tausend", "mille", "miles", "milliers", "teur", "tusd", "tchf",
        "tgbp", "keur", "kusd", "kchf", "kgbp", "'000", "'000s", "000", "000s",
    ),
    100_000: ("lakh", "lakhs", "lac", "lacs"),
    1_000_000: ("m", "mm", "mn", "mio", "mill", "million", "millions", "millionen", "millones", "meur", "musd"),
    10_000_000: ("crore", "crores"),
    1_000_000_000: ("bn", "billion", "billions", "mrd", "milliarden"),
}  # fmt: skip
