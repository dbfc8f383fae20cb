namespace Simulator.Api;

/// <summary>v1 ConfigMap and v1 Secret.</summary>
internal static class DataReader
{
    private const int KeyLengthMax = 253;

    public static ConfigMap ReadConfigMap(FieldReader fields) => new()
    {
        Metadata = MetaReader.Read(fields, Scope.Namespaced),
        Keys = Sorted(KeysOf(fields, "data")),
    };

    /// <summary>stringData is what later versions turn into data.</summary>
    public static Secret ReadSecret(FieldReader fields)
    {
        fields.Skip("type");
        return new Secret
        {
            Metadata = MetaReader.Read(fields, Scope.Namespaced),
            Keys = Sorted(KeysOf(fields, "data").Concat(KeysOf(fields, "stringData"))),
        };
    }

    private static IReadOnlyList<string> Sorted(IEnumerable<string> keys) => [.. keys.Distinct().Order(StringComparer.Ordinal)];

    private static IReadOnlyList<string> KeysOf(FieldReader fields, string name)
    {
        if (fields.Optional(name) is not { } data) return [];
        var keys = new List<string>();
        foreach (var (key, value) in data.Entries())
        {
            if (fields.Context.Validates && !IsKey(key)) value.Error($"'{Wording.Shortened(key)}' is not a key; allowed are up to {KeyLengthMax} letters, digits, '-', '_' and '.'");
            else if (value.Node.IsNull || value.Text() is not null) keys.Add(key);
        }

        return keys;
    }

    /// <summary>A DNS subdomain, which may begin with a dot (IsSecretKey and ConfigMap validation of 1.3, taken together with those of later versions).</summary>
    private static bool IsKey(string key) =>
        key.Length is > 0 and <= KeyLengthMax && key is not ("." or "..") && key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
