package parlance.e2e.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.StringJoiner;

/** A JSON Schema in the short form that people read: {@code {`cid`: string, `ids`: [string]}}. */
final class Notation {

    private Notation() {}

    static String of(JsonNode schema) {
        if (schema.has("$ref")) {
            var name = schema.path("$ref").asText().replaceFirst(".*/", "");
            return "[%s](#%s)".formatted(name, name.toLowerCase(Locale.ROOT));
        }
        if (schema.has("enum")) {
            return joined(schema.path("enum"), " or ");
        }
        if (schema.has("const")) {
            return "`" + schema.path("const").asText() + "`";
        }
        if (schema.has("allOf")) {
            return of(schema.path("allOf").get(0)) + " and " + fields(schema);
        }
        if (schema.has("oneOf")) {
            var choices = new StringJoiner(" or ");
            schema.path("oneOf").forEach(choice -> choices.add(of(choice)));
            return choices.toString();
        }
        if (schema.has("properties")) {
            return fields(schema);
        }
        return schema.has("items")
                ? "list of " + of(schema.path("items")) + bounds(schema, "Items")
                : typeOf(schema);
    }

    private static String fields(JsonNode schema) {
        var required = new HashSet<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        var fields = new StringJoiner(", ");
        schema.path("properties")
                .properties()
                .forEach(field -> {
                    var name = "`" + field.getKey() + "`";
                    fields.add(
                            (required.contains(field.getKey()) ? "**" + name + "**" : name)
                                    + " "
                                    + of(field.getValue()));
                });
        return fields.toString();
    }

    private static String typeOf(JsonNode schema) {
        var type = schema.path("type");
        var name = type.isArray() ? joined(type, " or ") : type.asText("anything");
        return name + bounds(schema, "Length") + bounds(schema, "imum");
    }

    private static String bounds(JsonNode schema, String what) {
        var least = schema.path("min" + what);
        var most = schema.path("max" + what);
        if (least.isMissingNode() && most.isMissingNode()) {
            return "";
        }
        return " (%s..%s)".formatted(least.asText(""), most.asText(""));
    }

    private static String joined(JsonNode values, String between) {
        var text = new StringJoiner(between);
        values.forEach(value -> text.add(value.asText()));
        return text.toString();
    }
}
