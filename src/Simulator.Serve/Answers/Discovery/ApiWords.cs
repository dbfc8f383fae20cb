using Simulator.Serve.Documents;
using Simulator.Serve.Resources.Fields;

namespace Simulator.Serve.Answers.Discovery;

/// <summary>What is said of the structs of the API and their fields: of v1 in its own words, of the groups in ours.</summary>
internal static class ApiWords
{
    private const string LaterCore = "io.k8s.api.core.v1.";
    private const string LaterMeta = "io.k8s.apimachinery.pkg.apis.meta.v1.";

    /// <summary>A kind of v1 whose first fields are told in the words for all kinds.</summary>
    private const string AnyKind = "v1.PodTemplate";

    public static string? Kind => OfCore(AnyKind, "kind");

    public static string? ApiVersion => OfCore(AnyKind, "apiVersion");

    public static string? OfStruct(StructType type) =>
        FieldWords.OfStruct(type.Name) ?? Told(SwaggerCore.Model(CoreName(type.Name)).Text("description"));

    /// <summary>Null: nothing.</summary>
    public static string? OfField(StructType type, string field) => field switch
    {
        "kind" when type.Find("metadata") is not null => Kind,
        "apiVersion" when type.Find("metadata") is not null => ApiVersion,
        _ => OfCore(type.Name, field) ?? FieldWords.OfField(type.Name, field),
    };

    public static string? OfList(string field) => FieldWords.OfField("List", field);

    private static string? OfCore(string model, string field) =>
        Told(SwaggerCore.Model(CoreName(model))?["properties"]?[field].Text("description") ?? "");

    /// <summary>Later versions have the structs of v1 under longer names.</summary>
    private static string CoreName(string name)
    {
        var isLater = name.StartsWith(LaterCore, StringComparison.Ordinal) || name.StartsWith(LaterMeta, StringComparison.Ordinal);
        return isLater ? string.Concat("v1.", name.AsSpan(name.LastIndexOf('.') + 1)) : name;
    }

    private static string? Told(string words) => words.Length > 0 ? words : null;
}
