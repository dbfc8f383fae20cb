using System.Text;

namespace Simulator.Api.Validation;

/// <summary>
/// What texts may look like, and the sentences for those that do not (pkg/util/validation/validation.go of 1.3.10). No sentences: the text
/// is as it should be.
/// </summary>
internal static class TextRules
{
    public const string PortName = "must be an IANA_SVC_NAME (at most 15 characters, matching regex [a-z0-9]([a-z0-9-]*[a-z0-9])*, it "
        + "must contain at least one letter [a-z], and hyphens cannot be adjacent to other hyphens): e.g. \"http\"";

    public const string PortRange = "must be between 1 and 65535, inclusive";

    public const string CIdentifier = "must be a C identifier (matching regex [A-Za-z_][A-Za-z0-9_]*): e.g. \"my_name\" or \"MyName\"";

    public const string SecretKey = "must have at most 253 characters and match regex \\.?" + LabelFormat + "(\\." + LabelFormat + ")*";

    /// <summary>Of 1.20.</summary>
    public const string Variable = "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and "
        + "must not start with a digit (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for validation is "
        + "'[-._a-zA-Z][-._a-zA-Z0-9]*')";

    private const string LaterKey = "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or "
        + "'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";

    private const string LabelFormat = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";

    private const string QualifiedFormat = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";

    private const string QualifiedShape = "must match the regex " + QualifiedFormat + " (e.g. 'MyName' or 'my.name' or '123-abc')";

    private const int LabelLengthMax = 63;

    private const int SubdomainLengthMax = 253;

    public static IReadOnlyList<string> Dns1123Label(string text) => Judge(
        text, LabelLengthMax, IsLabel(text), $"must match the regex {LabelFormat} (e.g. 'my-name' or '123-abc')");

    public static IReadOnlyList<string> Dns1123Subdomain(string text) => Judge(
        text, SubdomainLengthMax, IsSubdomain(text), $"must match the regex {LabelFormat}(\\.{LabelFormat})* (e.g. 'example.com')");

    /// <summary>Names of services.</summary>
    public static IReadOnlyList<string> Dns952Label(string text) => Judge(
        text, 24, IsLabel(text)
            && char.IsAsciiLetterLower(text[0]), "must match the regex [a-z]([-a-z0-9]*[a-z0-9])? (e.g. 'my-name' or 'abc-123')");

    public static IReadOnlyList<string> LabelValue(string text) => Judge(
        text, LabelLengthMax, text.Length == 0
            || IsQualifiedPart(text), $"must match the regex ({QualifiedFormat})? (e.g. 'MyValue' or 'my_value' or '12345')");

    /// <summary><c>name</c> or <c>dns.prefix/name</c>: keys of labels and annotations, names of resources.</summary>
    public static IReadOnlyList<string> QualifiedName(string text)
    {
        var parts = text.Split('/');
        if (parts.Length > 2) return [QualifiedShape + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName'"];
        var name = parts[^1];
        if (parts.Length == 1 && name.Length is > 0 and <= LabelLengthMax && IsQualifiedPart(name)) return [];
        var messages = new List<string>();
        if (parts.Length == 2 && parts[0].Length == 0) messages.Add("prefix part must be non-empty");
        else if (parts.Length == 2) messages.AddRange(Dns1123Subdomain(parts[0]).Select(message => "prefix part " + message));
        if (name.Length == 0) messages.Add("name part must be non-empty");
        else if (LengthOf(name) > LabelLengthMax) messages.Add($"name part {TooLong(LabelLengthMax)}");
        if (!IsQualifiedPart(name)) messages.Add("name part " + QualifiedShape);
        return messages;
    }

    /// <summary>What can stand in a path of the REST API (pkg/api/validation/name.go).</summary>
    public static IReadOnlyList<string> PathSegment(string text) => text switch
    {
        "." or ".." => [$"may not be '{text}'"],
        _ when text.Contains('/') => ["may not contain '/'"],
        _ when text.Contains('%') => ["may not contain '%'"],
        _ => [],
    };

    public static bool IsPort(long port) => port is > 0 and < 65536;

    public static bool IsPortName(string text) =>
        text.Length is > 0 and <= 15
            && IsLabel(text)
            && !text.Contains("--", StringComparison.Ordinal)
            && text.AsSpan().IndexOfAnyInRange('a', 'z') >= 0;

    public static bool IsCIdentifier(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');

    public static bool IsVariable(string text) => text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(IsOfKey);

    /// <summary>Keys of secrets and config maps: in 1.3 a DNS subdomain that may begin with a dot, in 1.20 nearly anything.</summary>
    public static void CheckKey(string key, FieldPath path, FieldErrors errors)
    {
        if (!errors.IsLater && !IsSecretKey(key)) errors.Invalid(path, key, SecretKey);
        if (errors.IsLater && !(key.Length is > 0 and <= SubdomainLengthMax && key.All(IsOfKey))) errors.Invalid(path, key, LaterKey);
    }

    private static bool IsOfKey(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.';

    private static bool IsSecretKey(string text) =>
        LengthOf(text) <= SubdomainLengthMax && IsSubdomain(text.StartsWith('.') ? text.AsSpan(1) : text);

    public static bool IsPercent(string text) =>
        text.Length > 1 && text[^1] == '%' && text.AsSpan(0, text.Length - 1).IndexOfAnyExceptInRange('0', '9') < 0;

    private static IReadOnlyList<string> Judge(string text, int longest, bool isShaped, string shape)
    {
        var isTooLong = LengthOf(text) > longest;
        if (isShaped && !isTooLong) return [];
        return isShaped ? [TooLong(longest)] : isTooLong ? [TooLong(longest), shape] : [shape];
    }

    private static string TooLong(int longest) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"must be no more than {longest} characters");

    /// <summary>Bytes, as Go counts them.</summary>
    private static int LengthOf(string text) => Encoding.UTF8.GetByteCount(text);

    private static bool IsSubdomain(ReadOnlySpan<char> text)
    {
        foreach (var part in text.Split('.'))
        {
            if (!IsLabel(text[part])) return false;
        }

        return true;
    }

    private static bool IsLabel(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || text[0] == '-' || text[^1] == '-') return false;
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-') return false;
        }

        return true;
    }

    private static bool IsQualifiedPart(ReadOnlySpan<char> text)
    {
        if (text.Length == 0) return false;
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or '.')) return false;
        }

        return char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1]);
    }
}
