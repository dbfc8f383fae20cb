using Simulator.Serve.Documents;
using Simulator.Serve.Resources.Fields;

namespace Simulator.Serve.Answers.Discovery;

/// <summary>What is said of the structs of the API and their fields: of v1 in its own words, of the groups in ours.</summary>
internal static class ApiWords
{
    /// <summary>A kind of v1 whose first fields are told in the words for all kinds.</summary>
    private const string AnyKind = "v1.PodTemplate";

    public static string? Kind => OfCore(AnyKind, "kind");

    public static string? ApiVersion => OfCore(AnyKind, "apiVersion");

    public static string? OfStruct(StructType type) =>
        FieldWords.OfStruct(type.Name) ?? Told(SwaggerCore.Model(type.Name).Text("description"));

    /// <summary>Null: nothing.</summary>
    public static string? OfField(StructType type, string field) => field switch
    {
        "kind" when type.Find("metadata") is not null => Kind,
        "apiVersion" when type.Find("metadata") is not null => ApiVersion,
        _ => OfCore(type.Name, field) ?? FieldWords.OfField(type.Name, field),
    };

    public static string? OfList(string field) => FieldWords.OfField("List", field);

    private static string? OfCore(string model, string field) =>
        Told(SwaggerCore.Model(model)?["properties"]?[field].Text("description") ?? "");

    private static string? Told(string words) => words.Length > 0 ? words : null;
}
