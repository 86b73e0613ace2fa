package parlance.e2e.docs;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Event;
import parlance.contracts.Topic;
import parlance.contracts.connection.ConnectionEvent;
import parlance.contracts.conversation.ConversationEvent;
import parlance.contracts.message.MessageEvent;
import parlance.contracts.session.SessionEvent;
import parlance.contracts.user.UserEvent;

/** The events of each topic as JSON schemas, read from their records. */
final class EventSchemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Map<Topic, Class<? extends Event>> BY_TOPIC =
            Map.of(
                    Topic.USER_EVENTS, UserEvent.class,
                    Topic.CONVERSATION_EVENTS, ConversationEvent.class,
                    Topic.MESSAGE_EVENTS, MessageEvent.class,
                    Topic.SESSION_EVENTS, SessionEvent.class,
                    Topic.CONNECTIONS, ConnectionEvent.class);

    private EventSchemas() {}

    /** By the event's {@code type}; none for a topic of other things. */
    static Map<String, ObjectNode> of(Topic topic) {
        var schemas = new LinkedHashMap<String, ObjectNode>();
        var events = BY_TOPIC.get(topic);
        if (events != null) {
            for (var event : events.getPermittedSubclasses()) {
                var name = event.getAnnotation(JsonTypeName.class).value();
                schemas.put(name, schemaOf(name, event));
            }
        }
        return schemas;
    }

    private static ObjectNode schemaOf(String name, Class<?> event) {
        var schema = JSON.objectNode().put("type", "object");
        var required = schema.putArray("required").add("type");
        var properties = schema.putObject("properties");
        properties.putObject("type").put("const", name);
        for (var component : event.getRecordComponents()) {
            properties.set(component.getName(), schemaOf(component.getGenericType()));
            if (!isNullable(component)) {
                required.add(component.getName());
            }
        }
        return schema;
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static ObjectNode schemaOf(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType().equals(List.class)) {
            var schema = JSON.objectNode().put("type", "array");
            schema.set("items", schemaOf(list.getActualTypeArguments()[0]));
            return schema;
        }
        if (type.equals(int.class) || type.equals(long.class)) {
            return JSON.objectNode().put("type", "integer");
        }
        if (type.equals(Instant.class)) {
            return JSON.objectNode().put("type", "string").put("format", "date-time");
        }
        return JSON.objectNode().put("type", isText((Class<?>) type) ? "string" : "object");
    }

    /** A text, or an id: a record of one text. */
    private static boolean isText(Class<?> type) {
        return type.equals(String.class)
                || (type.isRecord()
                        && Stream.of(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .toList()
                                .equals(List.of(String.class)));
    }
}
