package parlance.file.upload;

import static parlance.contracts.ErrorCode.INCORRECT_CONTENT_TYPE;
import static parlance.contracts.ErrorCode.INCORRECT_FILE_NAME;
import static parlance.contracts.ErrorCode.INCORRECT_FILE_SIZE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import parlance.contracts.ErrorCode;
import parlance.kit.Rejection;

/** A file that a client means to upload (protocol 3.8). */
record NewFile(String name, long size, String contentType) {

    private static final String UNKNOWN_TYPE = "application/octet-stream";
    private static final int LONGEST = 255;

    /** More is no number of bytes. */
    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

    /** It travels in a header, which the signature binds. */
    private static final Pattern HEADER_VALUE = Pattern.compile("[!-~]([ -~]*[!-~])?");

    /**
     * @throws Rejection for the first field at fault
     */
    static NewFile read(JsonNode fields, long maxSize) {
        return new NewFile(
                nameOf(fields.path("name")),
                sizeOf(fields.path("size"), maxSize),
                contentTypeOf(fields.path("content_type")));
    }

    private static String nameOf(JsonNode name) {
        return textOf(name, INCORRECT_FILE_NAME);
    }

    private static long sizeOf(JsonNode size, long maxSize) {
        var written = size.isIntegralNumber() || size.isTextual() ? size.asText() : "";
        if (!DIGITS.matcher(written).matches() || Long.parseLong(written) > maxSize) {
            throw new Rejection(INCORRECT_FILE_SIZE);
        }
        return Long.parseLong(written);
    }

    /** Some clients send null where they do not know it. */
    private static String contentTypeOf(JsonNode contentType) {
        if (contentType.isNull()) {
            return UNKNOWN_TYPE;
        }
        var text = textOf(contentType, INCORRECT_CONTENT_TYPE);
        if (!HEADER_VALUE.matcher(text).matches()) {
            throw new Rejection(INCORRECT_CONTENT_TYPE);
        }
        return text;
    }

    private static String textOf(JsonNode node, ErrorCode complaint) {
        var text = node.isTextual() ? node.textValue() : "";
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new Rejection(complaint);
        }
        return text;
    }
}
