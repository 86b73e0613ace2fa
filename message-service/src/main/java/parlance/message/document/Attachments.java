package parlance.message.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ErrorCode;
import parlance.contracts.Json;
import parlance.contracts.RawJson;
import parlance.kit.Rejection;

/** Attachments, kept as they came; only what clients rely on is checked (protocol 3.4). */
public final class Attachments {

    private static final int LONGEST_TEXT = 255;
    private static final long LARGEST_FILE = 104_857_601;
    private static final long LARGEST_SIDE = 10_000;

    private Attachments() {}

    /**
     * @throws Rejection if one of them is not as it should be
     */
    static @Nullable public RawJson of(@Nullable List<ObjectNode> attachments) {
        if (attachments == null) {
            return null;
        }
        attachments.forEach(Attachments::check);
        attachments.forEach(Attachments::nameFile);
        return new RawJson(Json.write(attachments));
    }

    /** The files that these name, each once. */
    static List<String> fileIds(RawJson attachments) {
        var ids = new LinkedHashSet<String>();
        for (var attachment : Json.read(attachments.text(), JsonNode.class)) {
            ids.add(attachment.path("file_id").asText());
        }
        ids.remove("");
        return List.copyOf(ids);
    }

    private static void check(ObjectNode attachment) {
        checkText(attachment.path("file_id"), Integer.MAX_VALUE);
        checkText(attachment.path("file_name"), LONGEST_TEXT);
        checkText(attachment.path("file_blur_hash"), LONGEST_TEXT);
        checkText(attachment.path("file_content_type"), LONGEST_TEXT);
        checkNumber(attachment.path("file_size"), LARGEST_FILE);
        checkNumber(attachment.path("file_width"), LARGEST_SIDE);
        checkNumber(attachment.path("file_height"), LARGEST_SIDE);
    }

    /** Older clients say {@code name}; all of them read {@code file_name}. */
    private static void nameFile(ObjectNode attachment) {
        if (!attachment.hasNonNull("file_name") && attachment.hasNonNull("name")) {
            attachment.set("file_name", attachment.get("name"));
        }
    }

    private static void checkText(JsonNode text, int longest) {
        if (isGiven(text) && !(text.isTextual() && text.textValue().length() <= longest)) {
            refuse();
        }
    }

    private static void checkNumber(JsonNode number, long largest) {
        if (isGiven(number) && !(isNumeric(number) && number.asDouble() <= largest)) {
            refuse();
        }
    }

    private static boolean isNumeric(JsonNode node) {
        return node.isNumber()
                || (node.isTextual() && node.textValue().matches("\\d{1,18}(\\.\\d+)?"));
    }

    private static boolean isGiven(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    private static void refuse() {
        throw new Rejection(ErrorCode.MESSAGE_BODY_AND_ATTACHMENTS_EMPTY);
    }
}
