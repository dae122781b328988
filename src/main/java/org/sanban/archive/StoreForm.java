package org.sanban.archive;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where an item is stored (入库位置). */
public record StoreForm(@NotNull @Nullable Place place, @NotBlank @Size(max = 100) String location) {}
