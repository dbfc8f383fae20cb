namespace Simulator.Api.Documents;

/// <summary>The usual ways to read a key in one word. A key that is absent, or after an error, answers the alternative.</summary>
public static class FieldShortcuts
{
    public static string Text(this FieldReader fields, string key, string otherwise = "") =>
        fields.Optional(key)?.Text() ?? otherwise;

    public static string RequiredText(this FieldReader fields, string key)
    {
        var cursor = fields.Required(key);
        var text = cursor?.Text() ?? "";
        if (text.Length == 0 && cursor is { Node: SourceScalar { IsQuoted: true } }) fields.ErrorAt(key, "is empty; allowed is text");
        return text;
    }

    public static string OneOf(this FieldReader fields, string key, string otherwise, params IReadOnlyCollection<string> allowed) =>
        fields.Optional(key)?.OneOf(allowed) ?? otherwise;

    public static bool Flag(this FieldReader fields, string key, bool otherwise = false) =>
        fields.Optional(key)?.Flag() ?? otherwise;

    public static int Integer(this FieldReader fields, string key, int otherwise = 0, int min = int.MinValue, int max = int.MaxValue) =>
        fields.Optional(key)?.Integer(min, max) ?? otherwise;

    public static long Long(this FieldReader fields, string key, long otherwise = 0, long min = long.MinValue, long max = long.MaxValue) =>
        fields.Optional(key)?.Long(min, max) ?? otherwise;

    public static double Number(
        this FieldReader fields, string key, double otherwise, double min = double.MinValue, double max = double.MaxValue) =>
        fields.Optional(key)?.Number(min, max) ?? otherwise;

    public static TimeSpan Duration(this FieldReader fields, string key, TimeSpan otherwise) =>
        fields.Optional(key)?.PositiveOrZeroDuration() ?? otherwise;

    public static T? Object<T>(this FieldReader fields, string key, Func<FieldReader, T> read)
        where T : class =>
        fields.Optional(key)?.Read(read);

    /// <summary>The items of a list of mappings; empty where the key is absent.</summary>
    public static IReadOnlyList<T> List<T>(this FieldReader fields, string key, Func<FieldReader, T> read)
        where T : class =>
        fields.Optional(key)?.List(read) ?? [];

    /// <summary>The items of a list of texts; empty where the key is absent.</summary>
    public static IReadOnlyList<string> Texts(this FieldReader fields, string key) =>
        fields.Optional(key)?.Texts() ?? [];

    /// <summary>A map of texts; null where the key is absent.</summary>
    public static LabelSet? Labels(this FieldReader fields, string key) => fields.Optional(key)?.Labels();
}
