namespace Simulator.Api.Validation;

/// <summary>What one kind of volume source has to say.</summary>
/// <param name="Key">As it stands in a manifest.</param>
/// <param name="Required">Fields that must not be empty, in the order of the messages.</param>
internal sealed record VolumeSourceRule(string Key, params IReadOnlyList<string> Required)
{
    /// <summary>As messages about its fields name it, which is not always the key.</summary>
    public string PathName { get; init; } = Key;

    /// <summary>
    /// As the message about a second source names it, which is not always the key either; "" if a second one is let through.
    /// </summary>
    public string SecondName { get; init; } = Key;

    public string SecondRefused { get; init; } = "may not specify more than 1 volume type";

    /// <summary>Fields that are looked at beside the required ones.</summary>
    public IReadOnlyList<string> Optional { get; init; } = [];

    /// <summary>What holds beyond the required fields.</summary>
    public Action<VolumeSource, FieldPath, FieldErrors>? Further { get; init; }

    public IEnumerable<string> Fields => Required.Concat(Optional);

    public void Check(VolumeSource source, FieldPath path, FieldErrors errors)
    {
        foreach (var field in Required)
        {
            if (!source.Fields.ContainsKey(field)) errors.Required(path.Child(field));
        }

        Further?.Invoke(source, path, errors);
    }
}
