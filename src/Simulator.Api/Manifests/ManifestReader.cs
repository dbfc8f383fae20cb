using System.Collections.Frozen;
using Simulator.Api.Documents;
using Simulator.Api.Foreign;
using Simulator.Api.Omissions;
using Simulator.Api.Ownership;
using Simulator.Api.Sources;
using Simulator.Api.Validation;
using Simulator.Api.Words;

namespace Simulator.Api.Manifests;

/// <summary>Reads Kubernetes objects from files, folders and trees, with the defaults that the API server would fill in.</summary>
/// <remarks>
/// What is wrong becomes an error with its place; what is not acted upon becomes an omission.
/// One reader spans one load: an object may come once in it.
/// </remarks>
/// <param name="owned">What the whole input holds, if it is more than one reader reads.</param>
public sealed class ManifestReader(Diagnostics diagnostics, OwnedObjects? owned = null)
{
    private readonly OwnedObjects _owned = owned ?? new OwnedObjects();

    /// <summary>
    /// The objects are there already: none is left out as another one's work, and nobody asks whether it could be created.
    /// </summary>
    public bool TakesAsFound { get; init; }

    /// <summary>
    /// Kinds that came after 1.3 and fields that the cluster's version acts upon, as the rules of omissions name them: they are read, and
    /// nothing is told of them.
    /// </summary>
    public IReadOnlySet<string> ActedUpon { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Some may have been read before.</summary>
    public SourceFiles Files { get; init; } = new();

    private readonly Dictionary<string, IReadOnlyList<string>> _files = new(StringComparer.Ordinal);

    private readonly Dictionary<string, IReadOnlyList<SourceNode>> _documents = new(StringComparer.Ordinal);

    private readonly ManifestOmissions _omissions = new(diagnostics);

    private readonly Dictionary<(string Kind, ObjectKey Key), SourceNode> _seen = [];

    private readonly HashSet<ApiObject> _refused = new(ReferenceEqualityComparer.Instance);

    /// <summary>The objects of files and folders, in the order of the paths; a folder's files in byte order.</summary>
    public static IReadOnlyList<ApiObject> ReadPaths(IEnumerable<string> paths, Diagnostics diagnostics)
    {
        var reader = new ManifestReader(diagnostics);
        var objects = new List<ApiObject>();
        foreach (var path in paths) objects.AddRange(reader.ReadPath(path));
        return objects;
    }

    /// <summary>True if objects of a kind are read in a version of the API.</summary>
    public static bool Reads(string kind, string apiVersion) => KindTable.Find(kind, apiVersion) is not null;

    /// <summary>As <see cref="Reads"/>, also of kinds that came after 1.3.</summary>
    public static bool ReadsEver(string kind, string apiVersion) =>
        Reads(kind, apiVersion) || KindTable.FindLater(kind, apiVersion) is not null;

    /// <summary>An object as a real API server returned it: nothing is checked, nothing remarked.</summary>
    /// <param name="apiVersion">For items of lists that do not carry their own.</param>
    /// <exception cref="FormatException">Not an object of a kind that is read, or a value of a wrong type.</exception>
    public static ApiObject ReadTrusted(SourceNode node, string kind = "", string apiVersion = "") =>
        ReadUnchecked(node, kind, apiVersion, ReadingRules.Trusted);

    /// <summary>An object on its way through an API server, whole, for <see cref="ObjectRules"/> to judge.</summary>
    /// <exception cref="FormatException">Not an object of a kind that is read, or a value of a wrong type.</exception>
    public static ApiObject ReadRequest(SourceNode node, string kind, string apiVersion) =>
        ReadUnchecked(node, kind, apiVersion, ReadingRules.Request);

    /// <summary>The metadata of an object of any kind.</summary>
    public static ObjectMeta ReadMetadata(SourceNode node, bool isNamespaced)
    {
        var context = new ReadingContext(new Diagnostics(), ReadingRules.Request);
        var fields = new SourceCursor(node, SourcePath.Root, context).Fields();
        return fields is null ? new ObjectMeta() : MetaReader.Read(fields, isNamespaced ? Scope.Namespaced : Scope.Cluster);
    }

    private static ApiObject ReadUnchecked(SourceNode node, string kind, string apiVersion, ReadingRules rules)
    {
        var diagnostics = new Diagnostics();
        var context = new ReadingContext(diagnostics, rules);
        var fields = new SourceCursor(node, SourcePath.Root, context).Fields()
            ?? throw new FormatException(diagnostics.Errors[0].ToString());
        var (name, version) = (fields.Text("kind", kind), fields.Text("apiVersion", apiVersion));
        var read = KindTable.Find(name, version) ?? KindTable.FindLater(name, version)
            ?? throw new FormatException($"{node.File}:{node.Line}:{node.Column}  {name} ({version}) is not a kind that is read");
        var @object = read(fields);
        return diagnostics.HasErrors ? throw new FormatException(diagnostics.Errors[0].ToString()) : @object;
    }

    /// <summary>Takes note of what a file or folder holds, so that owners in it are known when other paths are read.</summary>
    public void Survey(string path)
    {
        foreach (var file in FilesOf(path)) DocumentsOf(file);
    }

    /// <summary>The objects of a file, or of all manifests in a folder and below.</summary>
    public IReadOnlyList<ApiObject> ReadPath(string path)
    {
        Survey(path);
        return [.. FilesOf(path).SelectMany(file => Read(DocumentsOf(file)))];
    }

    private IReadOnlyList<string> FilesOf(string path)
    {
        if (!_files.TryGetValue(path, out var files)) _files.Add(path, files = ManifestFiles.Find(path, diagnostics));
        return files;
    }

    private IReadOnlyList<SourceNode> DocumentsOf(string file)
    {
        if (_documents.TryGetValue(file, out var documents)) return documents;
        documents = Files.Read(file, diagnostics, Dialect.Kubectl);
        if (MisplacedFile.AsManifest(documents) is { } what)
        {
            diagnostics.Error(file, 1, 1, $"this is {what}");
            documents = [];
        }

        _owned.Survey(documents);
        _documents.Add(file, documents);
        return documents;
    }

    /// <summary>The objects of documents; the items of a List count as documents.</summary>
    /// <param name="kind">For documents that do not say it, such as a dump of a NodeList by a Go program.</param>
    /// <param name="apiVersion">For documents that do not say it.</param>
    public IReadOnlyList<ApiObject> Read(IEnumerable<SourceNode> documents, string kind = "", string apiVersion = "")
    {
        var objects = new List<ApiObject>();
        documents = [.. documents];
        _owned.Survey(documents);
        foreach (var document in documents) ReadDocument(document, SourcePath.Root, kind, apiVersion, objects);
        return objects;
    }

    /// <summary>Where an object that was read stands; null for one without a name of its own.</summary>
    public SourceNode? PlaceOf(ApiObject value) => _seen.GetValueOrDefault((value.Kind, value.Key));

    private void ReadDocument(SourceNode node, SourcePath path, string kind, string version, List<ApiObject> objects)
    {
        var context = new ReadingContext(diagnostics, ReadingRules.Manifest, key => AddField(node, kind, path, key));
        if (new SourceCursor(node, path, context).Fields() is not { } fields) return;
        kind = fields.Text("kind", kind);
        version = fields.Text("apiVersion", version);
        if (kind.Length == 0)
        {
            fields.Error($"the key 'kind' is missing; a Kubernetes object has one, such as {Wording.Listed(KindTable.Kinds.Take(4))}");
        }
        else if (ReaderOf(kind, version) is { } read) ReadUnlessOwned(fields, kind, read, objects);
        else if (fields.Node["items"] is SourceSequence items && kind.EndsWith("List", StringComparison.Ordinal))
        {
            ReadItems(items, kind, version, objects);
        }
        else if (kind == "List" && fields.Node["items"] is null or { IsNull: true }) return;
        else if (version.Length == 0) fields.Error($"the key 'apiVersion' is missing; {Known(kind)}");
        else if (NearMiss.Of(kind, version) is { } meant)
        {
            fields.ErrorAt("kind", $"there is no kind '{Wording.Shortened(kind)}' ({Wording.Shortened(version)}); did you mean '{meant}'?");
        }
        else if (KnownVersions.Fault(kind, version) is { } fault) fields.ErrorAt("apiVersion", fault);
        else _omissions.AddKind(fields.Node, kind, version, ActedUpon);
    }

    /// <summary>A kind that is left out is left out whole.</summary>
    private void AddField(SourceNode @object, string kind, SourcePath path, UnreadKey key)
    {
        if (!KindRules.IsLeftOut(kind)) _omissions.AddField(kind, (SourceMapping)@object, path, key, ActedUpon);
    }

    private Func<FieldReader, ApiObject>? ReaderOf(string kind, string version) =>
        KindTable.Find(kind, version) ?? (ActedUpon.Contains(kind) ? KindTable.FindLater(kind, version) : null);

    private static string Known(string kind) =>
        KindTable.VersionsOf(kind) is { Count: > 0 } versions
            ? $"{kind} is read as {Wording.Listed(versions)}"
            : "a Kubernetes object has one, such as v1";

    /// <summary>Items of a PodList may leave out kind and apiVersion.</summary>
    private void ReadItems(SourceSequence items, string kind, string version, List<ApiObject> objects)
    {
        var itemKind = kind[..^4];
        for (var i = 0; i < items.Items.Count; i++)
        {
            ReadDocument(items.Items[i], SourcePath.Root.Child("items").Child(i), itemKind, itemKind.Length == 0 ? "" : version, objects);
        }
    }

    /// <summary>True if the API server of 1.3.10 refuses the object, which has been told.</summary>
    public bool IsRefused(ApiObject value) => _refused.Contains(value);

    private void ReadUnlessOwned(FieldReader fields, string kind, Func<FieldReader, ApiObject> read, List<ApiObject> objects)
    {
        if (!TakesAsFound && _owned.LeftOut(fields.Node, kind) is { } leftOut)
        {
            diagnostics.Add(leftOut);
            return;
        }

        if (!TakesAsFound && _owned.Orphaned(fields.Node, kind) is { } orphaned) diagnostics.Add(orphaned);
        ReadObject(fields, read, objects);
    }

    private void ReadObject(FieldReader fields, Func<FieldReader, ApiObject> read, List<ApiObject> objects)
    {
        var errors = diagnostics.ErrorCount;
        var @object = OfVersion(read(fields));
        fields.Finish();

        // What its decoder cannot read the API server does not judge.
        if (diagnostics.ErrorCount == errors && !TakesAsFound) Judge(@object, fields.Node);
        if (@object.Name.Length != 0 && !_seen.TryAdd((@object.Kind, @object.Key), fields.Node)) ReportDuplicate(fields, @object);
        else objects.Add(@object);
    }

    /// <summary>What came with classes of storage are sources of volumes, too: by 1.3's rules such a volume has none.</summary>
    private ApiObject OfVersion(ApiObject value) =>
        value is PersistentVolume { OtherSource: not null } volume && ActedUpon.Contains("StorageClass")
            ? volume with { Sources = null }
            : value;

    private void Judge(ApiObject value, SourceMapping node)
    {
        var refusal = ObjectRules.OnCreate(ObjectPreparation.AsCreated(value), ActedUpon);
        if (refusal.Count > 0) _refused.Add(value);
        foreach (var error in refusal) diagnostics.Refuse(FieldPlaces.Find(node, error.Path), $"{ObjectRules.Prefix(value)}{error}", node);
        if (refusal.Count > 0 || value is not PetSet set) return;
        foreach (var (place, sentence) in PetPreview.Judge(set, node)) diagnostics.Refuse(place, sentence, node);
    }

    private void ReportDuplicate(FieldReader fields, ApiObject @object)
    {
        var first = _seen[(@object.Kind, @object.Key)];
        fields.Error($"{@object.Kind} {@object.Key} comes twice; the first stands at {first.File}:{first.Line}:{first.Column}");
    }
}
