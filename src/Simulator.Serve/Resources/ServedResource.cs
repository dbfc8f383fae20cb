using System.Collections.Frozen;
using Simulator.ControlPlane.Versions;
using Simulator.Serve.Resources.Fields;

namespace Simulator.Serve.Resources;

/// <summary>One resource of one version of one group.</summary>
/// <param name="Group">"" for v1.</param>
/// <param name="Name">In the plural, as in paths.</param>
public sealed record ServedResource(string Group, string Version, string Name, string Kind, ResourceScope Scope)
{
    /// <summary>In <c>fields.txt</c>, or in the file of a later version.</summary>
    public required string Struct { get; init; }

    /// <summary>Of what is stored, where that is another version; null: the same.</summary>
    public string? StoredStruct { get; init; }

    /// <summary>What its rules allow because the version acts upon it.</summary>
    public IReadOnlySet<string> ActedUpon { get; init; } = FrozenSet<string>.Empty;

    /// <summary>By whose rules its objects are defaulted, judged and printed.</summary>
    public ApiGroups Api { get; init; }

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

    /// <summary>Fields that all its objects can be selected by, also where its version of 1.3.10 knows none.</summary>
    public IReadOnlyList<string> SelectableBy { get; init; } = [];

    public string GroupVersion => Group.Length > 0 ? $"{Group}/{Version}" : Version;

    public string StoredGroupVersion => StoredGroup.Length > 0 ? $"{StoredGroup}/{StoredVersion}" : StoredVersion;

    public bool IsNamespaced => Scope == ResourceScope.Namespace;

    public StructType Type => FieldTable.Of(Struct);

    public StructType StoredType => FieldTable.Of(StoredStruct ?? Struct);

    public bool Can(ResourceVerbs verb) => (Verbs & verb) != 0;

    public ServedSubresource? Subresource(string name) => Subresources.FirstOrDefault(sub => sub.Name == name);
}
