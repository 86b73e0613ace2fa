package parlance.kit.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parlance.contracts.ConversationId;
import parlance.contracts.RawJson;
import parlance.kit.Rejection;

class RequestReaderTest {

    record Filter(@JsonProperty("gt") @Nullable Instant after) {}

    record Part(@JsonProperty("file_id") @NotNull String fileId) {}

    record Whole(@JsonProperty("main_part") @Valid Part main, List<@Valid Part> others) {}

    record Deep(
            @JsonProperty("avatar_object") @Valid @Nullable Part avatar,
            @JsonProperty("some_ids") @Nullable List<@Size(min = 2) String> ids,
            @JsonProperty("all_wholes") @Nullable List<@Valid Whole> wholes) {}

    record Request(
            @JsonProperty("id") @Size(min = 1, message = "INCORRECT_MESSAGE_ID")
                    @Nullable String clientId,
            @JsonProperty("cid") @NotNull(message = "CID_REQUIRED") ConversationId conversationId,
            @NotNull String keyword,
            @Min(1) @Max(100) @Nullable Integer limit,
            @Size(min = 2, max = 5) @Nullable String name,
            @NotEmpty @Size(max = 2) @Nullable List<String> ids,
            @JsonProperty("updated_at") @Valid @Nullable Filter updatedAt,
            @Nullable Instant since,
            @JsonProperty("is_encrypted") @Nullable Boolean encrypted,
            @Nullable Map<String, Object> x) {}

    private static final String COMPLETE = "'cid':'k1','keyword':'a','ids':['u1']";

    private final RequestReader reader = new RequestReader(validator());

    @Test
    void readsEveryFieldByTheNameThatItHasOnTheWire() {
        var request =
                read(
                        COMPLETE
                                + ",'id':'m1','limit':'30','updated_at':{'gt':1000},"
                                + "'since':'1970-01-01T00:00:02','is_encrypted':true,'x':{'a':1},'zzz':1");

        assertThat(request)
                .isEqualTo(
                        new Request(
                                "m1",
                                new ConversationId("k1"),
                                "a",
                                30,
                                null,
                                List.of("u1"),
                                new Filter(Instant.ofEpochSecond(1)),
                                Instant.ofEpochSecond(2),
                                true,
                                Map.of("a", 1)));
    }

    @Test
    void nullIsAbsent() {
        assertThat(read(COMPLETE + ",'limit':null,'name':null").limit()).isNull();
        assertThat(complaintAbout("'cid':null")).isEqualTo("'cid' field is required.");
    }

    @Test
    void complainsOfTheFirstFieldInTheOrderOfTheRecord() {
        assertThat(complaintAbout("'limit':0,'ids':[],'id':''")).isEqualTo("Incorrect message ID.");
        assertThat(complaintAbout("'limit':0,'ids':[]")).isEqualTo("'cid' field is required.");
        assertThat(complaintAbout("'limit':0,'cid':'k1'")).isEqualTo("\"keyword\" is required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'id':5              | Incorrect message ID.",
                "'id':''             | Incorrect message ID.",
                "'cid':5             | 'cid' field is required.",
                "'cid':{}            | 'cid' field is required.",
                "'keyword':5         | \"keyword\" must be a string",
                "'limit':'many'      | \"limit\" must be a number",
                "'limit':1.5         | \"limit\" must be a number",
                "'limit':0           | \"limit\" must be greater than or equal to 1",
                "'limit':101         | \"limit\" must be less than or equal to 100",
                "'limit':9007199254740991 | \"limit\" must be less than or equal to 100",
                "'limit':-99999999999999999999 | \"limit\" must be greater than or equal to 1",
                "'since':99999999999999999999 | \"since\" must be a valid date",
                "'name':''           | \"name\" is not allowed to be empty",
                "'name':'a'          | \"name\" length must be at least 2 characters long",
                "'name':'abcdef'     | \"name\" length must be less than or equal to 5 characters long",
                "'ids':[]            | \"ids\" must contain at least 1 items",
                "'ids':['a','b','c'] | \"ids\" must contain less than or equal to 2 items",
                "'ids':'a'           | \"ids\" must be an array",
                "'ids':[1]           | \"ids\" must be an array",
                "'ids':[null]        | \"ids\" must be an array",
                "'updated_at':5      | \"updated_at\" must be of type object",
                "'since':'later'     | \"since\" must be a valid date",
                "'limit':''          | \"limit\" must be a number",
                "'is_encrypted':5    | \"is_encrypted\" must be a boolean",
                "'is_encrypted':'maybe' | \"is_encrypted\" must be a boolean",
                "'x':5               | \"x\" must be of type object"
            })
    void saysWhatIsWrongInTheWordsOfTheProtocol(String field, String complaint) {
        var name = field.substring(0, field.indexOf(':'));
        var rest =
                List.of("'cid':'k1'", "'keyword':'a'", "'ids':['u1']").stream()
                        .filter(other -> !other.startsWith(name + ":"))
                        .toList();

        assertThat(complaintAbout(String.join(",", rest) + "," + field)).isEqualTo(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'avatar_object':{}             | \"avatar_object.file_id\" is required",
                "'some_ids':['ab','c']          | \"some_ids[1]\" length must be at least 2 characters long",
                "'all_wholes':[{'main_part':{}}] | \"all_wholes[0].main_part.file_id\" is required",
                "'all_wholes':[{},{'others':[{'file_id':'a'},{}]}] | \"all_wholes[1].others[1].file_id\" is required"
            })
    void namesDeepFieldsAsTheyAreOnTheWire(String field, String complaint) {
        assertThat(complaintOf(Deep.class, "{" + field + "}")).isEqualTo(complaint);
    }

    @Test
    void aNumberOfThousandsOfDigitsIsRefused() {
        assertThat(complaintAbout("'limit':" + "9".repeat(5_000)))
                .isEqualTo("\"value\" is invalid");
    }

    @Test
    void whatIsNoObjectIsRefused() {
        assertThat(complaintAboutValue("null")).isEqualTo("\"value\" is required");
        assertThat(complaintAboutValue("'text'")).isEqualTo("\"value\" must be of type object");
        assertThat(complaintAboutValue("[]")).isEqualTo("\"value\" must be of type object");
    }

    @Test
    void secretsComeBackToTheirPlaces() {
        var value = ("{" + COMPLETE + "}").replace('\'', '"').getBytes(UTF_8);

        var request =
                reader.read(Request.class, value, Map.of("keyword", new RawJson("\"secret\"")));

        assertThat(((Request) request).keyword()).isEqualTo("secret");
    }

    private Request read(String fields) {
        return (Request) reader.read(Request.class, json("{" + fields + "}"), Map.of());
    }

    private String complaintAbout(String fields) {
        return complaintAboutValue("{" + fields + "}");
    }

    private String complaintAboutValue(String value) {
        return complaintOf(Request.class, value);
    }

    private String complaintOf(Class<?> type, String value) {
        var complaint = new String[1];
        assertThatThrownBy(() -> reader.read(type, json(value), Map.of()))
                .isInstanceOfSatisfying(
                        Rejection.class, rejection -> complaint[0] = rejection.failure().message());
        return complaint[0];
    }

    private static byte[] json(String withSingleQuotes) {
        return withSingleQuotes.replace('\'', '"').getBytes(UTF_8);
    }

    private static Validator validator() {
        return Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
    }
}
