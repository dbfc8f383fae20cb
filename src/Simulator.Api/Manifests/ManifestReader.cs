namespace Simulator.Api;

/// <summary>Reads Kubernetes objects from files, folders and trees, with the defaults that the API server would fill in.</summary>
/// <remarks>
/// What is wrong becomes an error with its place; what is not acted upon becomes an omission.
/// One reader spans one load: an object may come once in it.
/// </remarks>
public sealed class ManifestReader(Diagnostics diagnostics)
{
    private readonly ManifestOmissions _omissions = new(diagnostics);

    private readonly Dictionary<(string Kind, ObjectKey Key), SourceNode> _seen = [];

    /// <summary>The objects of files and folders, in the order of the paths; a folder's files in byte order.</summary>
    public static IReadOnlyList<ApiObject> ReadPaths(IEnumerable<string> paths, Diagnostics diagnostics)
    {
        var reader = new ManifestReader(diagnostics);
        var objects = new List<ApiObject>();
        foreach (var path in paths) objects.AddRange(reader.ReadPath(path));
        return objects;
    }

    /// <summary>An object as a real API server returned it: nothing is checked, nothing remarked.</summary>
    /// <param name="apiVersion">For items of lists that do not carry their own.</param>
    /// <exception cref="FormatException">Not an object of a kind that is read, or a value of a wrong type.</exception>
    public static ApiObject ReadTrusted(SourceNode node, string kind = "", string apiVersion = "")
    {
        var diagnostics = new Diagnostics();
        var context = new ReadingContext(diagnostics, ReadingRules.Trusted);
        var fields = new SourceCursor(node, SourcePath.Root, context).Fields() ?? throw new FormatException(diagnostics.Errors[0].ToString());
        var (name, version) = (fields.Text("kind", kind), fields.Text("apiVersion", apiVersion));
        var read = KindTable.Find(name, version) ?? throw new FormatException($"{node.File}:{node.Line}:{node.Column}  {name} ({version}) is not a kind that is read");
        var @object = read(fields);
        return diagnostics.HasErrors ? throw new FormatException(diagnostics.Errors[0].ToString()) : @object;
    }

    /// <summary>The objects of a file, or of all manifests in a folder and below.</summary>
    public IReadOnlyList<ApiObject> ReadPath(string path) =>
        [.. ManifestFiles.Find(path, diagnostics).SelectMany(file => Read(SourceTree.ReadFile(file, diagnostics)))];

    /// <summary>The objects of documents; the items of a List count as documents.</summary>
    /// <param name="kind">For documents that do not say it, such as a dump of a NodeList by a Go program.</param>
    /// <param name="apiVersion">For documents that do not say it.</param>
    public IReadOnlyList<ApiObject> Read(IEnumerable<SourceNode> documents, string kind = "", string apiVersion = "")
    {
        var objects = new List<ApiObject>();
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
        if (kind.Length == 0) fields.Error($"the key 'kind' is missing; a Kubernetes object has one, such as {Wording.Listed(KindTable.Kinds.Take(4))}");
        else if (KindTable.Find(kind, version) is { } read) ReadObject(fields, read, objects);
        else if (fields.Node["items"] is SourceSequence items && kind.EndsWith("List", StringComparison.Ordinal)) ReadItems(items, kind, version, objects);
        else if (kind == "List" && fields.Node["items"] is null or { IsNull: true }) return;
        else if (version.Length == 0) fields.Error($"the key 'apiVersion' is missing; {Known(kind)}");
        else if (NearMiss.Of(kind, version) is { } meant) fields.ErrorAt("kind", $"there is no kind '{Wording.Shortened(kind)}' ({Wording.Shortened(version)}); did you mean '{meant}'?");
        else _omissions.AddKind(fields.Node, kind, version);
    }

    /// <summary>A kind that is left out is left out whole.</summary>
    private void AddField(SourceNode @object, string kind, SourcePath path, UnreadKey key)
    {
        if (!KindRules.IsLeftOut(kind)) _omissions.AddField(kind, (SourceMapping)@object, path, key);
    }

    private static string Known(string kind) =>
        KindTable.VersionsOf(kind) is { Count: > 0 } versions ? $"{kind} is read as {Wording.Listed(versions)}" : "a Kubernetes object has one, such as v1";

    /// <summary>Items of a PodList may leave out kind and apiVersion.</summary>
    private void ReadItems(SourceSequence items, string kind, string version, List<ApiObject> objects)
    {
        var itemKind = kind[..^4];
        for (var i = 0; i < items.Items.Count; i++)
        {
            ReadDocument(items.Items[i], SourcePath.Root.Child("items").Child(i), itemKind, itemKind.Length == 0 ? "" : version, objects);
        }
    }

    private void ReadObject(FieldReader fields, Func<FieldReader, ApiObject> read, List<ApiObject> objects)
    {
        var @object = read(fields);
        fields.Finish();
        if (@object.Name.Length != 0 && !_seen.TryAdd((@object.Kind, @object.Key), fields.Node)) ReportDuplicate(fields, @object);
        else objects.Add(@object);
    }

    private void ReportDuplicate(FieldReader fields, ApiObject @object)
    {
        var first = _seen[(@object.Kind, @object.Key)];
        fields.Error($"{@object.Kind} {@object.Key} comes twice; the first stands at {first.File}:{first.Line}:{first.Column}");
    }
}
