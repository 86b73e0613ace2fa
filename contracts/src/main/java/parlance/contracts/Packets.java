package parlance.contracts;

import org.jspecify.annotations.Nullable;

/** The packets that answer a request, as JSON text ready for the socket (protocol 1.2, 2.1). */
public final class Packets {

    private static final String OPEN = "{\"response\":{";

    private Packets() {}

    /**
     * {@code {"response":{"id":…, …the body's fields}}}.
     *
     * @param requestId the client's id as a JSON literal; without it the packet has none
     * @param body written as a JSON object
     */
    public static String response(@Nullable String requestId, Object body) {
        var fields = Json.write(body);
        var id = requestId == null ? "" : "\"id\":" + requestId;
        var comma = id.isEmpty() || fields.length() == 2 ? "" : ",";
        return OPEN + id + comma + fields.substring(1) + "}";
    }

    /** An error in the shape that goes with the form of the request. */
    public static String error(
            EnvelopeForm envelopeForm,
            String requestName,
            @Nullable String errorId,
            ErrorBody errorBody) {
        var name = envelopeForm == EnvelopeForm.ENVELOPED ? "response" : requestName;
        var id = errorId == null ? "" : "\"id\":" + errorId + ",";
        return "{" + Json.write(name) + ":{" + id + "\"error\":" + Json.write(errorBody) + "}}";
    }

    /** An error for what could not be read as a packet at all (protocol 1.3). */
    public static String unreadable() {
        return error(EnvelopeForm.ENVELOPED, "", null, ErrorCode.INVALID_DATA_FORMAT.failure());
    }
}
