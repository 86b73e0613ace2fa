package parlance.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parlance.e2e.client.Administrator;
import parlance.e2e.client.Chat;
import parlance.e2e.client.Person;
import parlance.e2e.client.Sent;
import parlance.e2e.client.TestSuite;
import parlance.e2e.client.TestUsers;
import parlance.testing.client.ChatClient;
import parlance.testing.client.WebSocketDialer;

/**
 * A request with ids of another organization is answered as if they did not exist (protocol 3):
 * each request is made with an existing id and with an unused one, and the answers must be equal.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherOrganizationIT {

    private static final String NOBODY = "0123456789abcdef01234567";

    private TestUsers testUsers;
    private Person ann;
    private Chat group;
    private Chat channel;
    private Sent message;
    private String contact;
    private ChatClient eve;

    @BeforeAll
    void settle() {
        testUsers = TestUsers.of(TestSuite.shared());
        ann = testUsers.enters("ann");
        var bob = testUsers.enters("bob");
        group = ann.createsGroup("Team", bob);
        var news = Map.of("type", "c", "name", "News", "participants", List.of(bob.id()));
        channel =
                new Chat(
                        ann.first()
                                .socket
                                .get("conversation_create", news)
                                .path("conversation")
                                .path("_id")
                                .asText());
        message = ann.sends(group, "for us only");
        contact =
                ann.first()
                        .socket
                        .get(
                                "contact_add",
                                Map.of(
                                        "first_name",
                                        "Bob",
                                        "phone",
                                        List.of(Map.of("type", "home", "value", "12345"))))
                        .path("contact")
                        .path("_id")
                        .asText();
        eve = signUpIn(new Administrator().opensOrganization());
    }

    @AfterAll
    void leave() {
        eve.close();
        testUsers.close();
    }

    private static ChatClient signUpIn(String organization) {
        var socket = WebSocketDialer.to(TestSuite.shared().frontDoor()).open();
        var eve = "eve-" + UUID.randomUUID().toString().substring(0, 13);
        var signUp = Map.of("login", eve, "password", "secret", "organization_id", organization);
        socket.get("user_create", signUp);
        socket.get(
                "user_login",
                Map.of(
                        "login",
                        eve,
                        "password",
                        "secret",
                        "organization_id",
                        organization,
                        "device_id",
                        "1"));
        return socket;
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "get_users_by_ids             | {'ids':['ANN']}",
                "user_search                  | {'keyword':'LOGIN'}",
                "block_user                   | {'ids':['ANN']}",
                "unblock_user                 | {'ids':['ANN']}",
                "request_keys                 | {'user_ids':['ANN']}",
                "device_delete                | {'device_id':'phone-ANN'}",
                "contact_update               | {'id':'CONTACT','first_name':'Eve'}",
                "contact_delete               | {'id':'CONTACT'}",
                "contact_list                 | {'ids':['CONTACT']}",
                "conversation_create          | {'type':'u','participants':['ANN']}",
                "conversation_create          | {'type':'g','name':'Trap','participants':['ANN']}",
                "conversation_update          | {'id':'GROUP','name':'Ours'}",
                "conversation_update          | {'id':'CHANNEL','name':'Ours'}",
                "conversation_delete          | {'id':'GROUP'}",
                "conversation_list            | {'ids':['GROUP']}",
                "conversation_search          | {'name':'News-GROUP'}",
                "get_participants_by_cids     | {'cids':['GROUP','CHANNEL']}",
                "get_admins_by_cids           | {'cids':['GROUP','CHANNEL']}",
                "conversation_subscribe       | {'cid':'CHANNEL'}",
                "conversation_unsubscribe     | {'cid':'CHANNEL'}",
                "conversation_handler_create  | {'cid':'GROUP','content':'accept()'}",
                "get_conversation_handler     | {'cid':'GROUP'}",
                "conversation_handler_delete  | {'cid':'GROUP'}",
                "message                      | {'id':'NEW','cid':'GROUP','body':'hello'}",
                "message                      | {'id':'NEW','cid':'CHANNEL','body':'hello'}",
                "message_list                 | {'cid':'GROUP'}",
                "message_list                 | {'cid':'CHANNEL'}",
                "message_read                 | {'cid':'GROUP'}",
                "message_edit                 | {'id':'MESSAGE','body':'changed'}",
                "message_delete               | {'cid':'GROUP','ids':['MESSAGE'],'type':'all'}",
                "message_reactions_update     | {'mid':'MESSAGE','add':'!'}",
                "message_reactions_list       | {'mid':'MESSAGE'}",
                "message_summary              | {'cid':'GROUP','filter':'last-day'}",
                "message_decryption_failed    | {'cid':'GROUP','ids':['MESSAGE']}",
                "system_message               | {'id':'NEW','cid':'GROUP','x':{}}",
                "system_message               | {'id':'NEW','uids':['ANN'],'x':{}}",
                "user_last_activity           | {'ids':['ANN']}",
                "user_last_activity_subscribe | {'id':'ANN'}",
                "push_event_create            | {'recipients_ids':['ANN'],'message':{'title':'x'}}",
                "get_file_urls                | {'file_ids':['MESSAGE']}"
            })
    void idsOfAnotherOrganizationNameNothing(String name, String request) {
        var real = answer(name, request, ann.id(), group, channel, message.id(), contact);
        var unknown = new Chat(NOBODY);
        var none = answer(name, request, NOBODY, unknown, unknown, NOBODY, NOBODY);

        assertThat(real).isEqualTo(none);
        assertThat(ann.history(group))
                .extracting(stored -> stored.path("body").asText())
                .containsExactly("for us only");
        assertThat(ann.listed(group).path("name").asText()).isEqualTo("Team");
        ann.first().socket.receivesNothingMore();
    }

    /** What eve is told, with X for every id. */
    private String answer(
            String name,
            String request,
            String user,
            Chat inGroup,
            Chat inChannel,
            String messageId,
            String contactId) {
        var id = ChatClient.newId();
        var body =
                request.replace('\'', '"')
                        .replace("ANN", user)
                        .replace("LOGIN", user.equals(NOBODY) ? NOBODY : ann.login)
                        .replace("GROUP", inGroup.id())
                        .replace("CHANNEL", inChannel.id())
                        .replace("MESSAGE", messageId)
                        .replace("CONTACT", contactId)
                        .replace("NEW", id);
        eve.sendText("{\"request\":{\"%s\":%s,\"id\":\"%s\"}}".formatted(name, body, id));
        var packet = eve.reply(id).path("response");
        if (packet instanceof ObjectNode answer) {
            answer.remove("id");
        }
        return List.of(user, inGroup.id(), inChannel.id(), messageId, contactId, id).stream()
                .reduce(packet.toString(), (text, known) -> text.replace(known, "X"));
    }
}
