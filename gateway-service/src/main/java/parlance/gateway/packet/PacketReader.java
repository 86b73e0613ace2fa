package parlance.gateway.packet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import parlance.contracts.EnvelopeForm;

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
            return read(new EnvelopeParser(parser, text));
        } catch (IOException e) {
            return new Frame.Unreadable(null);
        }
    }

    private static Frame read(EnvelopeParser in) throws IOException {
        if (in.next() != JsonToken.START_OBJECT) {
            return new Frame.Unreadable(null);
        }
        var packet = readObject(in, EnvelopeForm.TOP_LEVEL);
        return in.next() == null ? packet : new Frame.Unreadable(null);
    }

    /** The first known name counts, whatever stands before it; else the first name that is none. */
    private static Frame readObject(EnvelopeParser in, EnvelopeForm envelopeForm)
            throws IOException {
        @Nullable String id = null;
        @Nullable PacketBody named = null;
        @Nullable Frame enveloped = null;
        while (in.next() == JsonToken.FIELD_NAME) {
            var name = in.name();
            in.next();
            if (enveloped != null || (named != null && named.route() != null)) {
                id = readIdOnly(in, name, id);
            } else if (envelopeForm == EnvelopeForm.TOP_LEVEL && name.equals(ENVELOPE)) {
                enveloped = readEnvelope(in);
            } else if (name.equals("id")) {
                id = in.idLiteral();
            } else {
                var packetBody = in.entry(name);
                named = named == null || packetBody.route() != null ? packetBody : named;
            }
        }
        if (enveloped != null) {
            return enveloped;
        }
        return named == null ? new Frame.Unreadable(id) : packetOf(named, envelopeForm, id);
    }

    private static @Nullable String readIdOnly(EnvelopeParser in, String name, @Nullable String id)
            throws IOException {
        if (name.equals("id")) {
            return in.idLiteral();
        }
        in.skip();
        return id;
    }

    private static Frame readEnvelope(EnvelopeParser in) throws IOException {
        if (in.shape() == Packet.Shape.OBJECT) {
            return readObject(in, EnvelopeForm.ENVELOPED);
        }
        in.skip();
        return new Frame.Unreadable(null);
    }

    private static Packet packetOf(
            PacketBody packetBody, EnvelopeForm envelopeForm, @Nullable String id) {
        var errorId =
                envelopeForm == EnvelopeForm.TOP_LEVEL && packetBody.innerId() != null
                        ? packetBody.innerId()
                        : id;
        return new Packet(
                packetBody.name(),
                packetBody.route(),
                envelopeForm,
                id,
                errorId,
                packetBody.shape(),
                packetBody.value(),
                packetBody.key());
    }
}
