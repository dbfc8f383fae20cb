using Simulator.ControlPlane.Versions;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Messages;
using Simulator.Serve.Resources;
using Simulator.Serve.Resources.Fields;

namespace Simulator.Serve.Answers.Discovery;

/// <summary>
/// <c>/openapi/v2</c>: the structs of the API as newer kubectls check, merge and explain by them, in protobuf
/// (openapiv2/OpenAPIv2.proto of googleapis/gnostic: its numbers of fields stand here). Of the paths only what they look for before they
/// ask for what a write would do: that PATCH takes <c>dryRun</c>.
/// </summary>
internal static class OpenApiDocument
{
    private const string Reference = "#/definitions/";
    private const string GroupVersionKind = "x-kubernetes-group-version-kind";
    private const string DryRun = "dryRun";

    /// <summary>What later versions show of a struct beside what is stored: a client that sends it back is not refused for it.</summary>
    private static readonly (string Struct, string Field, FieldType Type)[] Shown =
    [
        ("extensions.DeploymentStatus", "conditions", new FieldType(FieldKind.List, Element: new FieldType(FieldKind.Any))),
        ("extensions.DeploymentStatus", "readyReplicas", new FieldType(FieldKind.Int32)),
    ];

    public static ServerAnswer Answer(IReadOnlyList<ServedResource> resources, ApiGroups api) => new()
    {
        Status = 200,
        ContentType = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf",
        Body = Document(resources, api),
    };

    private static byte[] Document(IReadOnlyList<ServedResource> resources, ApiGroups api)
    {
        var kinds = resources.Where(resource => resource.Verbs != ResourceVerbs.None).ToLookup(resource => resource.Struct);
        var definitions = new WireWriter();
        foreach (var type in FieldTable.All(api)) Named(definitions, 1, type.Name, Definition(type, kinds[type.Name]));
        var paths = new WireWriter();
        foreach (var each in resources.Where(resource => resource.Can(ResourceVerbs.Patch))) Named(paths, 2, PathOf(each), Item(each));
        return new WireWriter().Text(1, "2.0").Message(8, paths).Message(9, definitions).ToArray();
    }

    private static string PathOf(ServedResource resource) =>
        $"{(resource.Group.Length > 0 ? "/apis" : "/api")}/{resource.GroupVersion}/"
        + $"{(resource.IsNamespaced ? "namespaces/{namespace}/" : "")}{resource.Name}/{{name}}";

    private static WireWriter Item(ServedResource resource)
    {
        var parameter = new WireWriter().Text(2, "query").Text(4, DryRun).Text(6, "string");
        var wrapped = new WireWriter().Message(1, new WireWriter().Message(2, new WireWriter().Message(3, parameter)));
        var patch = new WireWriter().Message(8, wrapped);
        var kind = $"group: \"{resource.Group}\"\nkind: {resource.Kind}\nversion: {resource.Version}\n";
        return new WireWriter().Message(8, Extended(patch, GroupVersionKind, kind, 13));
    }

    private static WireWriter Definition(StructType type, IEnumerable<ServedResource> kinds)
    {
        var schema = Described(ApiWords.OfStruct(type));
        foreach (var field in type.Fields.Where(field => !field.OmitsEmpty)) schema.Text(19, field.Name);
        schema.Message(22, new WireWriter().Text(1, "object"));
        var properties = new WireWriter();
        foreach (var field in type.Fields) Named(properties, 1, field.Name, Property(type, field));
        foreach (var (_, name, shown) in Shown.Where(shown => shown.Struct == type.Name)) Named(properties, 1, name, Schema(shown));
        schema.Message(25, properties);
        var served = string.Concat(kinds.Select(kind => $"- group: \"{kind.Group}\"\n  kind: {kind.Kind}\n  version: {kind.Version}\n"));
        return served.Length > 0 ? Extended(schema, GroupVersionKind, served) : schema;
    }

    private static WireWriter Property(StructType type, Field field)
    {
        var schema = Schema(field.Type, ApiWords.OfField(type, field.Name));
        if (field.IsMerged) Extended(schema, "x-kubernetes-patch-strategy", "merge");
        if (field.MergeKey is { } key) Extended(schema, "x-kubernetes-patch-merge-key", key);
        return schema;
    }

    private static WireWriter Schema(FieldType type, string? words = null) => type.Kind switch
    {
        FieldKind.Struct => new WireWriter().Text(1, Reference + type.Struct!.Name).TextOrNone(4, words),
        FieldKind.List => Typed("array", words).Message(23, new WireWriter().Message(1, Schema(type.Element!))),
        FieldKind.Map => Typed("object", words).Message(21, new WireWriter().Message(1, Schema(type.Element!))),
        FieldKind.Flag => Typed("boolean", words),
        FieldKind.Int32 => Typed("integer", words, "int32"),
        FieldKind.Int64 => Typed("integer", words, "int64"),
        FieldKind.IntOrText => Typed("string", words, "int-or-string"),
        FieldKind.Time => Typed("string", words, "date-time"),
        FieldKind.Bytes => Typed("string", words, "byte"),
        FieldKind.Any => Described(words),
        _ => Typed("string", words),
    };

    private static WireWriter Typed(string type, string? words, string? format = null) =>
        new WireWriter().TextOrNone(2, format).TextOrNone(4, words).Message(22, new WireWriter().Text(1, type));

    private static WireWriter Described(string? words) => new WireWriter().TextOrNone(4, words);

    /// <param name="field">That of extensions: 31 of schemas, 13 of operations.</param>
    private static WireWriter Extended(WireWriter schema, string name, string yaml, int field = 31) =>
        schema.Message(field, new WireWriter().Text(1, name).Message(2, new WireWriter().Text(2, yaml)));

    private static void Named(WireWriter all, int field, string name, WireWriter value) =>
        all.Message(field, new WireWriter().Text(1, name).Message(2, value));
}
