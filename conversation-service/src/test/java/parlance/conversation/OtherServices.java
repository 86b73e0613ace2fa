package parlance.conversation;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import parlance.contracts.ConversationId;
import parlance.contracts.FileId;
import parlance.contracts.RawJson;
import parlance.contracts.UserId;
import parlance.contracts.file.FileUrlQuery;
import parlance.contracts.file.FileUrls;
import parlance.contracts.file.ShowFile;
import parlance.contracts.message.ConversationHead;
import parlance.contracts.message.HeadsQuery;
import parlance.contracts.message.HeadsQuery.Candidate;
import parlance.contracts.user.User;
import parlance.contracts.user.UserQuery;
import parlance.contracts.user.Users;
import parlance.testing.client.HttpDoor;
import parlance.testing.services.StandIn;

/**
 * user-service, message-service and file-service for tests. Every id is a user's unless it begins
 * with {@code dead}; nothing but "hi" was ever said, at the time that was PUT under {@code
 * /said/{cid}}, if any. Every id is a file's unless it begins with {@code nothing}; what begins
 * with {@code vanishing} is not to be found when it is looked for.
 */
public final class OtherServices implements QuarkusTestResourceLifecycleManager {

    private final Map<String, Instant> said = new ConcurrentHashMap<>();
    private StandIn services;

    @Override
    public Map<String, String> start() {
        services =
                StandIn.start()
                        .answer("/internal/users/find", UserQuery.class, OtherServices::users)
                        .answer("/internal/conversations/heads", HeadsQuery.class, this::heads)
                        .handle("/said/", this::say)
                        .answer(
                                "/internal/files/urls",
                                FileUrlQuery.class,
                                asked -> urlsOf(asked.ids(), "vanishing"))
                        .answer("/internal/files/show", ShowFile.class, OtherServices::show);
        var url = services.url();
        return Map.of(
                "parlance.user.url", url, "parlance.message.url", url, "parlance.file.url", url);
    }

    private static Users users(UserQuery query) {
        return new Users(
                query.ids().stream()
                        .filter(id -> !id.value().startsWith("dead"))
                        .map(OtherServices::user)
                        .map(user -> query.shown() ? user.withAvatarUrl(urlOf("me")) : user)
                        .toList());
    }

    private List<ConversationHead> heads(HeadsQuery query) {
        return query.conversations().stream()
                .map(this::moved)
                .filter(c -> isWanted(c.updatedAt(), query))
                .sorted(Comparator.comparing(Candidate::updatedAt).reversed())
                .limit(query.limit())
                .map(OtherServices::head)
                .toList();
    }

    /** For tests: something was said at this moment. */
    public static void say(ConversationId id, Instant at) {
        var url = ConfigProvider.getConfig().getValue("parlance.message.url", String.class);
        new HttpDoor(URI.create(url))
                .send("PUT", "/said/" + id, BodyPublishers.ofString(at.toString()), Map.of());
    }

    private void say(HttpExchange exchange) throws IOException {
        var at = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        said.put(exchange.getRequestURI().getPath(), Instant.parse(at));
        StandIn.reply(exchange, Map.of());
    }

    private Candidate moved(Candidate candidate) {
        var id = candidate.conversationId();
        var lastSaid = said.getOrDefault("/said/" + id, Instant.EPOCH);
        return lastSaid.isAfter(candidate.updatedAt()) ? new Candidate(id, lastSaid) : candidate;
    }

    /** Where the files are. */
    public static String urlOf(String fileId) {
        return "https://files.example.org/" + fileId;
    }

    private static FileUrls show(ShowFile asked) {
        var shown = asked.conversationId() == null ? List.<FileId>of() : List.of(asked.fileId());
        return urlsOf(shown, "nothing");
    }

    private static FileUrls urlsOf(Collection<FileId> ids, String unknown) {
        return new FileUrls(
                ids.stream()
                        .filter(id -> !id.value().startsWith(unknown))
                        .collect(Collectors.toMap(id -> id, id -> urlOf(id.value()))));
    }

    private static boolean isWanted(Instant at, HeadsQuery query) {
        return (query.after() == null || at.isAfter(query.after()))
                && (query.before() == null || at.isBefore(query.before()));
    }

    private static ConversationHead head(Candidate candidate) {
        return new ConversationHead(
                candidate.conversationId(),
                candidate.updatedAt(),
                new RawJson("{\"body\":\"hi\"}"),
                3);
    }

    private static User user(UserId id) {
        var born = Instant.parse("2026-01-01T00:00:00Z");
        var login = "user" + id.value().substring(20);
        return new User(id, id, login, null, null, null, null, 0, born, born);
    }

    @Override
    public void stop() {
        services.close();
    }
}
