package parlance.kit.mongo;

import static org.bson.BsonType.OBJECT_ID;
import static org.bson.BsonType.STRING;

import com.mongodb.Jep395RecordCodecProvider;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.codecs.Codec;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ConversationId;
import parlance.contracts.DeviceId;
import parlance.contracts.FileId;
import parlance.contracts.MessageId;
import parlance.contracts.OrganizationId;
import parlance.contracts.Position;
import parlance.contracts.RawJson;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;

/**
 * How ids and other values of the contracts stand in documents and in filters, and how records are
 * read. Quarkus finds this class by its type and asks it first.
 */
public final class DocumentCodecs implements CodecProvider {

    private static final Map<Class<?>, Codec<?>> VALUES =
            Stream.of(
                            value(UserId.class, UserId::value, UserId::new, OBJECT_ID),
                            value(
                                    ConversationId.class,
                                    ConversationId::value,
                                    ConversationId::new,
                                    OBJECT_ID),
                            value(MessageId.class, MessageId::value, MessageId::new, OBJECT_ID),
                            value(SessionId.class, SessionId::value, SessionId::new, OBJECT_ID),
                            value(FileId.class, FileId::value, FileId::new, OBJECT_ID),
                            value(
                                    OrganizationId.class,
                                    OrganizationId::value,
                                    OrganizationId::new,
                                    STRING),
                            value(DeviceId.class, DeviceId::value, DeviceId::new, STRING),
                            value(Position.class, Position::toString, Position::parse, STRING),
                            value(RawJson.class, RawJson::text, RawJson::new, STRING))
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Codec::getEncoderClass, Function.identity()));

    private final CodecProvider records = new Jep395RecordCodecProvider();

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
        var value = (Codec<T>) VALUES.get(type);
        return value != null || !type.isRecord() ? value : record(type, registry);
    }

    private <T> Codec<T> record(Class<T> type, CodecRegistry registry) {
        var codec = records.get(type, new NullableFields(registry));
        return type.isAnnotationPresent(NullsStored.class) ? new NullsStoredCodec<>(codec) : codec;
    }

    private static <T> Codec<?> value(
            Class<T> type,
            Function<T, String> write,
            Function<String, T> read,
            org.bson.BsonType as) {
        return new TextCodec<>(type, write, read, as);
    }
}
