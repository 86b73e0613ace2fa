package parlance.contracts;

/** Everything that can be answered instead of a result: status and text of protocol 2.3. */
public enum ErrorCode {
    UNAUTHORIZED(401, "Unauthorized."),
    FORBIDDEN(403, "Forbidden."),
    BAD_REQUEST(400, "Bad Request."),
    INVALID_DATA_FORMAT(400, "Bad request - invalid data format"),
    INCORRECT_TYPE(422, "The type you entered is incorrect."),
    ORG_NOT_FOUND(404, "Organization not found"),
    INCORRECT_TOKEN(422, "Incorrect token."),
    TOKEN_EXPIRED(422, "The token has expired."),
    ROUTE_NOT_FOUND(404, "Route not found"),
    USER_ID_MISSED(422, "User ID missed."),
    USER_NOT_FOUND(422, "We couldn't find the specified user."),
    USER_LOGIN_OR_PASS(422, "The 'login' or 'password' field is missing."),
    USER_SELECTED(422, "Please select at least one user."),
    USER_ALREADY_EXISTS(
            422, "The provided data is already associated with an existing user account."),
    TOO_MANY_USERS_IN_PRIVATE(422, "There are too many users in the private conversation."),
    TOO_MANY_USERS_IN_GROUP(422, "There are too many users in the group conversation."),
    INCORRECT_USER(422, "The specified user is incorrect."),
    INCORRECT_PASSWORD(422, "The password entered is incorrect."),
    INCORRECT_LOGIN(422, "The login provided is incorrect."),
    INCORRECT_CURRENT_PASSWORD(401, "The current password you entered is incorrect."),
    INCORRECT_LOGIN_OR_PASSWORD(401, "Incorrect username or password."),
    INCORRECT_OTP_TOKEN(403, "Incorrect token for password recovery."),
    DEVICE_ID_MISSED(422, "'device_id' is required."),
    CONTACT_NOT_FOUND(422, "Contact not found."),
    CONTACT_ID_MISSED(422, "Contact id is missed."),
    FULLNAME_IS_MISSED(422, "'first_name' or 'last_name' is missed."),
    EMAIL_OR_PHONE_IS_MISSED(422, "Email or phone is missed."),
    CONVERSATION_NOT_FOUND(404, "Conversation not found."),
    CONVERSATION_EXISTS(404, "Conversation exists."),
    CONVERSATION_NAME_MISSED(422, "You haven't specified a conversation name."),
    CONVERSATION_TYPE_MISSED(422, "Conversation type missed."),
    PARTICIPANTS_NOT_PROVIDED(422, "Participants not provided."),
    PARTICIPANT_NOT_FOUND(404, "ConversationParticipant not found."),
    PARTICIPANTS_LIMIT(422, "You've reached the maximum participant limit."),
    OPPONENT_NOT_FOUND(422, "Opponent ID not found."),
    HANDLER_NOT_FOUND(422, "Handler for this conversation not found."),
    FILE_IDS_MISSED(422, "File IDS missed."),
    FILE_LIMIT_EXCEEDED(422, "You've exceeded the file limit."),
    FILE_IDS_EXCEEDED(422, "File IDs for get download url exceeded."),
    FILE_NOT_FOUND(422, "Can't find file"),
    INCORRECT_FILE_NAME(422, "Incorrect file name."),
    INCORRECT_FILE_SIZE(422, "Incorrect file size."),
    INCORRECT_CONTENT_TYPE(422, "Incorrect content type."),
    MESSAGE_ID_NOT_FOUND(422, "Message ID not found."),
    MESSAGE_ID_MISSED(422, "Message ID missed."),
    INCORRECT_MESSAGE_ID(422, "Incorrect message ID."),
    INCORRECT_REPLY_MESSAGE_ID(422, "Incorrect replied message ID."),
    MESSAGE_TYPE_MISSED(422, "Message type missed."),
    MESSAGE_BODY_AND_ATTACHMENTS_EMPTY(422, "Either message body or attachments required."),
    USER_BLOCKED(422, "Communication is not possible - you are in a block list of the recipient."),
    INCORRECT_TYPE_OF_BODY(422, "Incorrect type of message body."),
    INVALID_ATTACHMENT_FIELDS(422, "Invalid attachment fields."),
    MESSAGE_BLOCKED_BY_HANDLER(422, "Message blocked by conversation rules."),
    AI_AGENT_ERROR(500, "An error occurred while processing messages with the AI agent."),
    STATUS_ID_MISSED(422, "Status ID missed."),
    STATUS_TYPE_MISSED(422, "Status type missed."),
    STATUS_T_MISSED(422, "Status 't' missed."),
    INCORRECT_PLATFORM_TYPE(422, "Incorrect platform type."),
    INCORRECT_DEVICE_ID(422, "Incorrect device id."),
    INCORRECT_KEYS(422, "Incorrect keys."),
    INCORRECT_RECIPIENTS_IDS(422, "Incorrect recipients IDs."),
    RECIPIENTS_NOT_FOUND(422, "Recipients not found."),
    NOTIFICATION_MESSAGE_MISSED(422, "Notification message missed."),
    NOTIFICATION_NOT_FOUND(422, "Push notification record not found."),
    INCORRECT_IDENTITY_KEY(422, "Incorrect identity device key."),
    INCORRECT_SIGNED_KEY(422, "Incorrect signed key."),
    INCORRECT_ONE_TIME_PRE_KEYS(422, "Incorrect one time pre keys."),
    INCORRECT_USER_ID(422, "Incorrect user id."),
    INCORRECT_USERS_ARRAY(422, "Incorrect users array."),
    LOG_TIMESTAMP_MISSED(422, "Gt or lt query missed."),
    CID_REQUIRED(422, "'cid' field is required."),
    CIDS_REQUIRED(422, "'cids' field is required."),
    SYSTEM_MESSAGE_X_REQUIRED(422, "'x' field is required."),
    SYSTEM_MESSAGE_RECIPIENTS_REQUIRED(422, "'cid' or 'uids' field is required."),
    SYSTEM_MESSAGE_TOO_MANY_RECIPIENTS(422, "'uids' max length 20"),
    INTERNAL_SERVER(500, "Internal server error."),
    REQUEST_TIMEOUT(504, "The request timed out."),
    TOO_MANY_REQUESTS(429, "Too many requests."),
    SERVICE_UNAVAILABLE(503, "Service unavailable."),
    MISSING_AUTH_CREDENTIALS(401, "Missing authentication credentials."),
    MISSING_OTP_SENDER_SERVICE(401, "Failed to create OTP sender transporter.");

    private final int status;
    private final String text;

    ErrorCode(int status, String text) {
        this.status = status;
        this.text = text;
    }

    /** An HTTP status, also inside a packet. */
    public int status() {
        return status;
    }

    public String text() {
        return text;
    }

    /** As it stands in a packet. */
    public ErrorBody failure() {
        return new ErrorBody(status, text, null);
    }
}
