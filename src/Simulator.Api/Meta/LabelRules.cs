namespace Simulator.Api;

/// <summary>Which texts may be label keys, label values and names.</summary>
/// <remarks>pkg/util/validation/validation.go of 1.3.10: IsQualifiedName, IsValidLabelValue, IsDNS1123Subdomain.</remarks>
public static class LabelRules
{
    /// <summary>What <see cref="IsValidKey"/> allows, for a sentence.</summary>
    public const string KeyRule =
        "up to 63 letters, digits, '-', '_' or '.', beginning and ending with a letter or digit, after an optional DNS prefix and '/'";

    /// <summary>What <see cref="IsValidValue"/> allows, for a sentence.</summary>
    public const string ValueRule = "nothing, or up to 63 letters, digits, '-', '_' or '.', beginning and ending with a letter or digit";

    /// <summary>What <see cref="IsValidName"/> allows, for a sentence.</summary>
    public const string NameRule =
        "up to 253 lower-case letters, digits, '-' or '.', each part between dots beginning and ending with a letter or digit";

    /// <summary>A qualified name: <c>name</c> or <c>dns.prefix/name</c>.</summary>
    public static bool IsValidKey(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? IsNamePart(key) : IsValidName(key.AsSpan(0, slash)) && IsNamePart(key.AsSpan(slash + 1));
    }

    /// <summary>"" or a name of up to 63 characters.</summary>
    public static bool IsValidValue(string value) => value.Length == 0 || IsNamePart(value);

    /// <summary>A DNS-1123 subdomain, as names of most objects are.</summary>
    public static bool IsValidName(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > 253) return false;
        foreach (var part in name.Split('.'))
        {
            if (!IsDnsPart(name[part])) return false;
        }

        return true;
    }

    private static bool IsNamePart(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 63) return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')) return false;
        }

        return char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1]);
    }

    private static bool IsDnsPart(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || text[0] == '-' || text[^1] == '-') return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-') return false;
        }

        return true;
    }
}
