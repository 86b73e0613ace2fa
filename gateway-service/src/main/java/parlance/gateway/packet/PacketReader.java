package parlance.gateway.packet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Form;

/**
 * Reads a frame in one pass, without building a tree: the whole of it must be one JSON object, of
 * which only the envelope is looked at.
 */
@Singleton
public final class PacketReader {

    private static final String ENVELOPE = "request";

    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxNameLength(1_024)
                    .maxTokenCount(100_000)
                    .build();

    private final JsonFactory json = JsonFactory.builder().streamReadConstraints(LIMITS).build();

    public Frame read(String text) {
        if (text.isBlank()) {
            return new Frame.Blank();
        }
        try (var parser = json.createParser(text.toCharArray())) {
            return read(new Scanner(parser, text));
        } catch (IOException e) {
            return new Frame.Unreadable(null);
        }
    }

    private static Frame read(Scanner in) throws IOException {
        if (in.next() != JsonToken.START_OBJECT) {
            return new Frame.Unreadable(null);
        }
        var packet = readObject(in, Form.TOP_LEVEL);
        return in.next() == null ? packet : new Frame.Unreadable(null);
    }

    /** The first known name counts, whatever stands before it; else the first name that is none. */
    private static Frame readObject(Scanner in, Form form) throws IOException {
        @Nullable String id = null;
        @Nullable Entry named = null;
        @Nullable Frame enveloped = null;
        while (in.next() == JsonToken.FIELD_NAME) {
            var name = in.name();
            in.next();
            if (enveloped != null || (named != null && named.route() != null)) {
                id = readIdOnly(in, name, id);
            } else if (form == Form.TOP_LEVEL && name.equals(ENVELOPE)) {
                enveloped = readEnvelope(in);
            } else if (name.equals("id")) {
                id = in.idLiteral();
            } else {
                var entry = in.entry(name);
                named = named == null || entry.route() != null ? entry : named;
            }
        }
        if (enveloped != null) {
            return enveloped;
        }
        return named == null ? new Frame.Unreadable(id) : packetOf(named, form, id);
    }

    private static @Nullable String readIdOnly(Scanner in, String name, @Nullable String id)
            throws IOException {
        if (name.equals("id")) {
            return in.idLiteral();
        }
        in.skip();
        return id;
    }

    private static Frame readEnvelope(Scanner in) throws IOException {
        if (in.shape() == Packet.Shape.OBJECT) {
            return readObject(in, Form.ENVELOPED);
        }
        in.skip();
        return new Frame.Unreadable(null);
    }

    private static Packet packetOf(Entry entry, Form form, @Nullable String id) {
        var errorId = form == Form.TOP_LEVEL && entry.innerId() != null ? entry.innerId() : id;
        return new Packet(
                entry.name(),
                entry.route(),
                form,
                id,
                errorId,
                entry.shape(),
                entry.value(),
                entry.key());
    }
}
