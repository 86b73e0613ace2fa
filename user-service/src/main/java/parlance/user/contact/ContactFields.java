package parlance.user.contact;

import static parlance.contracts.ErrorCode.EMAIL_OR_PHONE_IS_MISSED;
import static parlance.contracts.ErrorCode.FULLNAME_IS_MISSED;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.kit.Rejection;

/** What a user writes down about a person. */
record ContactFields(
        @JsonProperty("first_name") @Size(min = 2, max = 255) @Nullable String firstName,
        @JsonProperty("last_name") @Size(min = 2, max = 255) @Nullable String lastName,
        @JsonProperty("company") @Size(min = 2, max = 255) @Nullable String company,
        @JsonProperty("email") @Size(max = 100) @Nullable List<@Valid ContactValue> email,
        @JsonProperty("phone") @Size(max = 100) @Nullable List<@Valid ContactValue> phone) {

    /**
     * @throws Rejection without a way to reach the person, or a name
     */
    ContactFields complete() {
        if (isEmpty(email) && isEmpty(phone)) {
            throw new Rejection(EMAIL_OR_PHONE_IS_MISSED);
        }
        if (firstName == null && lastName == null) {
            throw new Rejection(FULLNAME_IS_MISSED);
        }
        return this;
    }

    /** These, and of {@code others} what is not given here. Lists are replaced whole. */
    ContactFields over(ContactFields others) {
        return new ContactFields(
                firstName == null ? others.firstName : firstName,
                lastName == null ? others.lastName : lastName,
                company == null ? others.company : company,
                email == null ? others.email : email,
                phone == null ? others.phone : phone);
    }

    private static boolean isEmpty(@Nullable List<?> list) {
        return list == null || list.isEmpty();
    }
}
