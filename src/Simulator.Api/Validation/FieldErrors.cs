using System.Collections.Frozen;
using System.Globalization;
using Simulator.Api.Documents;
using Simulator.Api.Words;

namespace Simulator.Api.Validation;

/// <summary>Gathers what is wrong with one object, in the order in which the API server says it.</summary>
internal sealed class FieldErrors
{
    private List<FieldError>? _all;

    /// <summary>What the version acts upon beyond 1.3, as the rules of omissions name it; empty: what 1.3 refuses is refused.</summary>
    public IReadOnlySet<string> ActedUpon { get; init; } = FrozenSet<string>.Empty;

    /// <param name="feature">As the rules of omissions name it.</param>
    public bool ActsUpon(string feature) => ActedUpon.Contains(feature);

    /// <summary>A later version than 1.3, which lets containers say more.</summary>
    public bool IsLater => ActsUpon("pod.containers[].resources");

    public int Count => _all?.Count ?? 0;

    public IReadOnlyList<FieldError> All => _all is null ? [] : [.. _all];

    public void Required(FieldPath path, string detail = "") => Add(path, "Required value", "", detail);

    public void Forbidden(FieldPath path, string detail) => Add(path, "Forbidden", "", detail);

    public void TooLong(FieldPath path, int longest) =>
        Add(path, "Too long", "", string.Create(CultureInfo.InvariantCulture, $"must have at most {longest} characters"));

    public void NotFound(FieldPath path, string value) => Add(path, "Not found", JsonText.Of(value), "");

    public void Duplicate(FieldPath path, string value) => Add(path, "Duplicate value", JsonText.Of(value), "");

    public void Duplicate(FieldPath path, long value) => DuplicateJson(path, JsonText.Of(value));

    /// <param name="json">The value as Go's encoding/json writes it.</param>
    public void DuplicateJson(FieldPath path, string json, string detail = "") => Add(path, "Duplicate value", json, detail);

    public void Invalid(FieldPath path, string value, string detail) => InvalidJson(path, JsonText.Of(value), detail);

    public void Invalid(FieldPath path, long value, string detail) => InvalidJson(path, JsonText.Of(value), detail);

    /// <param name="json">The value as Go's encoding/json writes it.</param>
    public void InvalidJson(FieldPath path, string json, string detail) => Add(path, "Invalid value", json, detail);

    public void Unsupported(FieldPath path, string value, params IReadOnlyList<string> supported) =>
        UnsupportedJson(path, JsonText.Of(value), supported);

    /// <param name="json">The value as Go's encoding/json writes it.</param>
    public void UnsupportedJson(FieldPath path, string json, params IReadOnlyList<string> supported) =>
        Add(path, "Unsupported value", json, "supported values: " + Wording.Listed(supported));

    /// <summary>One error for each message about a text; none if it is as it should be.</summary>
    public void InvalidEach(FieldPath path, string value, IReadOnlyList<string> messages)
    {
        foreach (var message in messages) Invalid(path, value, message);
    }

    public void Negative(FieldPath path, long value)
    {
        if (value < 0) Invalid(path, value, "must be greater than or equal to 0");
    }

    /// <summary>Errors that were found below another root.</summary>
    public void AddBelow(FieldPath root, IReadOnlyList<FieldError> errors)
    {
        foreach (var error in errors) (_all ??= []).Add(error with { Path = error.Path.Below(root) });
    }

    /// <summary>Errors that were found one step deeper than they are told.</summary>
    public void AddWithoutRoot(IReadOnlyList<FieldError> errors)
    {
        foreach (var error in errors) (_all ??= []).Add(error with { Path = error.Path.WithoutRoot()! });
    }

    private void Add(FieldPath path, string fault, string badValue, string detail) =>
        (_all ??= []).Add(new FieldError(path, fault, badValue, detail));
}
