package parlance.gateway.inbox;

/** Puts fields that travelled sealed into the reply that they belong to. */
final class EncryptedReply {

    private static final String END = "}}";

    private EncryptedReply() {}

    /**
     * @param packet {@code {"response":{…}}}, as it is written by {@code Packets.response}
     * @param fields a JSON object
     */
    static String join(String packet, String fields) {
        if (!packet.endsWith(END)) {
            throw new IllegalArgumentException("not a response");
        }
        var more = fields.substring(1, fields.length() - 1);
        var rest = packet.substring(0, packet.length() - END.length());
        var comma = rest.endsWith("{") || more.isEmpty() ? "" : ",";
        return rest + comma + more + END;
    }
}
