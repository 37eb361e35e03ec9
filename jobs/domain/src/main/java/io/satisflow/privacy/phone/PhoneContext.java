package io.satisflow.privacy.phone;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words beside a number say of it. */
enum PhoneContext {
    /** That it is one to call. */
    PHONE,
    /** That it is something else: an order, a parcel, a measure. */
    OTHER,
    /** Nothing. */
    NONE;

    private static final int WORDS_BEFORE = 40;
    private static final int WORDS_AFTER = 24;

    private static final String LINK =
            "(?:[ :=#(\\[.-]|number|num|no|nr|nummer|numero|ref|id|is|was|code|of|号码|號碼|号|號|码|是|为|為|：|n°){0,10}";

    private static final Pattern OTHER_BEFORE = compile(
            "(?:(?<![a-z])(?:orders?|tickets?|case|cases|tracking|track|invoice|receipt|reservation|claim|application|reference|ref|booking"
                    + "|confirmation|flight|serial|serials|s/n|p/n|sn|imei|id|meeting|zoom|conference|room|dpi|fps|settings|rma|return|parcel|package|shipment|consignment|awb|waybill|sku|model|part|item|article|product"
                    + "|version|firmware|build|isbn|ean|upc|asin|gtin|account|acct|customer|client|member|membership|policy|contract|transaction|payment|voucher|coupon|pin"
                    + "|freephone|toll.?free|timestamp|timestamps|epoch|latency|latencies|sizes?|values?|total|amount|price|balance|meter|reading|incident|bug|issue|docket|batch|lot|tag|tags|barcode|card ending in"
                    + "|rechnung|rechnungsnummer|bestellung|bestellnummer|auftrag|auftragsnummer|sendung|sendungsnummer|kundennummer|vertrag|seriennummer|vorgang|vorgangsnummer|fallnummer|ticketnummer|artikelnummer|paket|commande|facture|colis|pedido|factura|ordine|fattura)"
                    + "|订单|訂單|单号|單號|运单|工单|快递|编号|編號|发票|發票|序列|型号|货号|流水|合同|交易|会员|账号|賬號|帐号|编码|条码|条形码|时间戳|票号|航班|包裹|验证码|批号|商品|物流|退货|退款单|买家|延迟|车次|房号|卡号|保单|免费电话|免费热线|受理|预订|预约|积分|价格|总价|金额|尺寸|固件|版本)"
                    + LINK + "$");

    private static final Pattern PHONE_BEFORE = compile(
            "(?:(?<![a-z])(?:tele)?(?:phones?|fon|phon)|(?<![a-z])tel|(?<![a-z])ph(?=[ .:])|mobile|mobil|(?<![a-z])cell|handy|whats ?app|signal|telegram|viber"
                    + "|(?<![a-z])(?:call|calls|called|calling|text|texts|ring|dial|fax|sms|reach|contact|phoned|callback|call back|landline|hotline|helpline|numbers?|rückruf|anrufen|erreichbar|portable|téléphone|appel|móvil|teléfono|celular|telefone|telefon|telefono)(?![a-z])|телефон|(?<!\\p{L})тел(?!\\p{L})|携帯|전화"
                    + "|电话|電話|手机|手機|联系|聯繫|座机|固话|致电|拨打|撥打|请打|打给|打我|号码|號碼|回电|来电|热线|微信|传真|短信|联络)");

    /** Between the word and its number: not many other words, and no other number. */
    private static final Pattern BETWEEN = Pattern.compile("[^\\d。！？!?\\n]{0,24}");

    /** A telephone is a thing as well, so directly behind its name stands a number or what links them. */
    private static final Pattern LINKED = Pattern.compile("[号號码碼是为為：:，, ()（）我的新同]{0,10}");

    private static final String THINGS = "手机 手機 微信 号码 號碼";

    private static final Pattern PHONE_AFTER = compile(
            "\\A[ ,，）)]*(?:(?:is |was )?(?:my|our|the best|his|her) (?:new |home |work |direct |private )?(?:phone|cell|mobile|number|tel|line|handy|landline)"
                    + "|\\((?:cell|mobile|home|work|office|tel|phone|handy|whatsapp)|(?:is the number|anytime|any time|after (?:six|five|seven|work|\\d)|before (?:nine|noon|\\d))"
                    + "|打给我|联系我|找我|回电|回我|是我(?:的)?(?:电话|手机|号码)|(?:加)?微信|打这个)");

    private static final Pattern OTHER_AFTER = compile(
            "\\A ?(?:ms|msec|s|sec|seconds?|minutes?|hours?|days?|px|pixels?|usd|eur|gbp|cny|rmb|dollars?|euros?|€|\\$|%|kg|g|mg|km|m|cm|mm|mb|gb|kb|tb|bytes?|rows?|items?|pieces?|pcs|times?|points?|miles?|users?|kwh|mah|hz|rpm|steps?"
                    + "|元|块|个|個|件|次|分钟|秒|毫秒|天|人|岁|米|公里|克|公斤|积分|步|条|号订单|的订单|这个订单|这单)(?![a-z])"
                    + "|\\A ?(?:is (?:the|my|your) |was (?:the|my) )(?:order|serial|tracking|invoice|account|parcel|ticket|case|reference)");

    private static final Pattern MONEY_BEFORE =
            compile("(?:usd|eur|gbp|cny|rmb|dollars?|price|cost|costs|paid|worth|价格|总价) ?$");

    private static final Pattern JOINT = compile("\\A ?(?:/|,|、|;|or|and|&|或者|或|和|及|与) ?\\(?\\+?\\z");

    /** @param joined whether a phone number stands directly before it, and a sign such as a slash between them */
    static PhoneContext of(String text, int start, int end, boolean joined) {
        if (joined) {
            return PHONE;
        }
        String before = text.substring(Math.max(0, start - WORDS_BEFORE), start);
        String after = text.substring(end, Math.min(text.length(), end + WORDS_AFTER));
        if (OTHER_BEFORE.matcher(before).find() || MONEY_BEFORE.matcher(before).find()) {
            return OTHER;
        }
        if (PHONE_AFTER.matcher(after).find()) {
            return PHONE;
        }
        if (OTHER_AFTER.matcher(after).find()) {
            return OTHER;
        }
        return isAnnounced(before) ? PHONE : NONE;
    }

    /** Whether a phone number ends, and the next begins, at these places. */
    static boolean joins(String text, int end, int start) {
        return start - end <= 6 && JOINT.matcher(text.substring(end, start)).find();
    }

    /** As where nothing stands beside a number that is a phone's by its form. */
    PhoneContext orPhone() {
        return this == NONE ? PHONE : this;
    }

    private static boolean isAnnounced(String before) {
        Matcher matcher = PHONE_BEFORE.matcher(before);
        int last = -1;
        boolean thing = false;
        while (matcher.find()) {
            last = matcher.end();
            thing = THINGS.contains(matcher.group());
        }
        return last >= 0
                && (thing ? LINKED : BETWEEN).matcher(before.substring(last)).matches();
    }

    private static Pattern compile(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }
}
