package parlance.message;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import parlance.contracts.Json;
import parlance.contracts.OrganizationId;
import parlance.contracts.user.User;
import parlance.internalapi.conversation.Candidate;
import parlance.internalapi.conversation.CandidatesQuery;
import parlance.internalapi.conversation.ConversationDetails;
import parlance.internalapi.conversation.ShownConversation;
import parlance.internalapi.conversation.ShownQuery;
import parlance.internalapi.presence.OnlineCount;
import parlance.internalapi.user.BlockLists;
import parlance.internalapi.user.BlockLists.BlockedBy;
import parlance.internalapi.user.BlockQuery;
import parlance.internalapi.user.UserQuery;
import parlance.internalapi.user.Users;
import parlance.testing.http.Requests;
import parlance.testing.services.StandIn;
import parlance.testing.services.StandIn.Failure;

/**
 * conversation-service for tests: what was PUT under a path is answered to a POST there, and 404
 * before that; and user-service, to which every id is a user's unless it begins with {@code dead};
 * and presence-service, which counts.
 */
public final class OtherServices implements QuarkusTestResourceLifecycleManager {

    /** How many users presence-service says are online. */
    public static final long ONLINE = 3;

    private static final Failure NOT_FOUND = new Failure(404);

    private final Map<String, Object> answers = new ConcurrentHashMap<>();
    private StandIn services;

    @Override
    public Map<String, String> start() {
        services =
                StandIn.start()
                        .handle("/", this::remember)
                        .answer(
                                "/internal/conversations/candidates",
                                CandidatesQuery.class,
                                this::candidates)
                        .answer("/internal/conversations/shown", ShownQuery.class, this::shown)
                        .answer("/internal/users/find", UserQuery.class, OtherServices::users)
                        .answer("/internal/blocks/find", BlockQuery.class, OtherServices::blocks)
                        .handle(
                                "/internal/online/count",
                                exchange -> StandIn.reply(exchange, new OnlineCount(ONLINE)));
        var url = services.url();
        return Map.of(
                "parlance.conversation.url", url,
                "parlance.user.url", url,
                "parlance.presence.url", url);
    }

    /** For tests: conversation-service has this conversation. */
    public static void add(ConversationDetails conversation) {
        var url = ConfigProvider.getConfig().getValue("parlance.conversation.url", String.class);
        var path = "/internal/conversations/" + conversation.packet().id();
        Requests.to(URI.create(url))
                .contentType(ContentType.JSON)
                .body(Json.write(conversation))
                .put(path);
    }

    private List<Candidate> candidates(CandidatesQuery query) {
        return conversations(query.organizationId())
                .filter(one ->
                        query.name() == null
                                ? one.participants().contains(query.userId())
                                : one.packet().name().contains(query.name()))
                .map(ConversationDetails::packet)
                .filter(one -> query.ids() == null || query.ids().contains(one.id()))
                .map(one -> new Candidate(one.id(), one.name(), one.updatedAt()))
                .toList();
    }

    private List<ShownConversation> shown(ShownQuery query) {
        return conversations(query.organizationId())
                .filter(one -> one.participants().contains(query.userId()))
                .filter(one -> query.ids().contains(one.packet().id()))
                .map(one -> new ShownConversation(one.packet(), one.participants().size()))
                .toList();
    }

    private Stream<ConversationDetails> conversations(OrganizationId organization) {
        return answers.entrySet().stream()
                .filter(one -> one.getKey().matches("/internal/conversations/[0-9a-f]{24}"))
                .map(one -> Json.read(one.getValue().toString(), ConversationDetails.class))
                .filter(one -> one.packet().organizationId().equals(organization));
    }

    /** Nobody blocks anybody, but for what is in Redis. */
    private static BlockLists blocks(BlockQuery query) {
        return new BlockLists(
                query.ids().stream().map(id -> new BlockedBy(id, List.of())).toList());
    }

    private static Users users(UserQuery query) {
        var born = Instant.parse("2026-01-01T00:00:00Z");
        return new Users(
                query.ids().stream()
                        .filter(id -> !id.value().startsWith("dead"))
                        .map(id -> new User(id, id, "u", null, null, null, null, 0, born, born))
                        .toList());
    }

    private void remember(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("PUT")) {
            answers.put(path, Json.tree(exchange.getRequestBody().readAllBytes()));
        }
        StandIn.reply(exchange, answers.getOrDefault(path, NOT_FOUND));
    }

    @Override
    public void stop() {
        services.close();
    }
}
