package parlance.gateway.packet;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import parlance.contracts.PartitionKeyRule;
import parlance.contracts.Route;
import parlance.gateway.packet.Packet.Shape;

/** The parser's place in a frame, with the text that it parses, out of which values are cut. */
final class EnvelopeParser {

    private final JsonParser parser;
    private final String text;

    EnvelopeParser(JsonParser parser, String text) {
        this.parser = parser;
        this.text = text;
    }

    @Nullable JsonToken next() throws IOException {
        return parser.nextToken();
    }

    String name() throws IOException {
        return parser.currentName();
    }

    Shape shape() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> Shape.OBJECT;
            case START_ARRAY -> Shape.LIST;
            case VALUE_NULL -> Shape.NULL;
            default -> Shape.OTHER;
        };
    }

    /** Moves to the end of the current value. */
    void skip() throws IOException {
        parser.skipChildren();
        parser.finishToken();
    }

    /** The current value as an id: a string or a number as it is written, else nothing. */
    @Nullable String idLiteral() throws IOException {
        var token = parser.currentToken();
        var begin = position();
        skip();
        var isId = token == JsonToken.VALUE_STRING || token.isNumeric();
        return isId ? text.substring(begin, end()) : null;
    }

    /** The current value under its name. */
    PacketBody entry(String name) throws IOException {
        var route = Route.forClient(name).orElse(null);
        var shape = shape();
        var begin = position();
        if (shape != Shape.OBJECT) {
            skip();
            return new PacketBody(name, route, shape, text.substring(begin, end()), null, null);
        }
        var keyField = keyFieldOf(route);
        @Nullable String innerId = null;
        @Nullable String key = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = parser.currentName();
            parser.nextToken();
            if (field.equals(keyField)) {
                // Of a field given twice the last counts, here as in the service that reads it all.
                key = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : null;
            }
            if (field.equals("id")) {
                innerId = idLiteral();
            } else {
                skip();
            }
        }
        return new PacketBody(name, route, shape, text.substring(begin, end()), innerId, key);
    }

    private static @Nullable String keyFieldOf(@Nullable Route route) {
        if (route == null) {
            return null;
        }
        return switch (route.key()) {
            case PartitionKeyRule.ByField(var field) -> field;
            case PartitionKeyRule.ByMessageField(var field) -> field;
            case PartitionKeyRule.ByCaller _,
                    PartitionKeyRule.ByMintedId _,
                    PartitionKeyRule.ByConnection _,
                    PartitionKeyRule.Unordered _ ->
                    null;
        };
    }

    private int position() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private int end() {
        return (int) parser.currentLocation().getCharOffset();
    }
}
