namespace Simulator.Serve.Answers.Writing;

/// <summary>The order of keys of go-yaml (sorter.go): letters after what is none, runs of digits by their number.</summary>
internal sealed class YamlKeyOrder : IComparer<string>
{
    public static readonly YamlKeyOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var (a, b) = (x!, y!);
        for (var i = 0; i < a.Length && i < b.Length; i++)
        {
            if (a[i] == b[i]) continue;
            var (left, right) = (char.IsLetter(a[i]), char.IsLetter(b[i]));
            if (left && right) return a[i].CompareTo(b[i]);
            if (left || right) return left ? 1 : -1;
            return OfDigits(a, b, i);
        }

        return a.Length.CompareTo(b.Length);
    }

    private static int OfDigits(string a, string b, int at)
    {
        var (left, right) = (Number(a, at), Number(b, at));
        if (left.Value != right.Value) return left.Value.CompareTo(right.Value);
        return left.End != right.End ? left.End.CompareTo(right.End) : a[at].CompareTo(b[at]);
    }

    private static (long Value, int End) Number(string text, int at)
    {
        var value = 0L;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++) value = (value * 10) + text[at] - '0';
        return (value, at);
    }
}
