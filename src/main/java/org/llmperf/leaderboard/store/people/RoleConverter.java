package org.llmperf.leaderboard.store.people;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** By its id, in lower case as everywhere outside. */
@Converter
final class RoleConverter implements AttributeConverter<Role, String> {
    @Override
    public String convertToDatabaseColumn(Role role) {
        return role == null ? null : role.id();
    }

    @Override
    public Role convertToEntityAttribute(String id) {
        return id == null ? null : Role.valueOf(id.toUpperCase(Locale.ROOT));
    }
}
