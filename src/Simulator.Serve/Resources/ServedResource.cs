using Simulator.Serve.Resources.Fields;

namespace Simulator.Serve.Resources;

/// <summary>One resource of one version of one group.</summary>
/// <param name="Group">"" for v1.</param>
/// <param name="Name">In the plural, as in paths.</param>
public sealed record ServedResource(string Group, string Version, string Name, string Kind, ResourceScope Scope)
{
    /// <summary>In <c>fields.txt</c>.</summary>
    public required string Struct { get; init; }

    public ResourceVerbs Verbs { get; init; } = ResourceVerbs.Usual;

    public IReadOnlyList<ServedSubresource> Subresources { get; init; } = [];

    /// <summary>Which newer kubectls ask discovery for.</summary>
    public IReadOnlyList<string> ShortNames { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Group of the version in which its objects are stored, which stands in errors.</summary>
    public string StoredGroup { get; init; } = Group;

    public string StoredVersion { get; init; } = Version;

    /// <summary>The plural under which its objects are stored: a later name of the same.</summary>
    public string StoredName { get; init; } = Name;

    public string StoredKind { get; init; } = Kind;

    /// <summary>How its version shows what is stored in another one; null: by its name alone.</summary>
    public IView? View { get; init; }

    public string GroupVersion => Group.Length > 0 ? $"{Group}/{Version}" : Version;

    public string StoredGroupVersion => StoredGroup.Length > 0 ? $"{StoredGroup}/{StoredVersion}" : StoredVersion;

    public bool IsNamespaced => Scope == ResourceScope.Namespace;

    public StructType Type => FieldTable.Of(Struct);

    public bool Can(ResourceVerbs verb) => (Verbs & verb) != 0;

    public ServedSubresource? Subresource(string name) => Subresources.FirstOrDefault(sub => sub.Name == name);
}
