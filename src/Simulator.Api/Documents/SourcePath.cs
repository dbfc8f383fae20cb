using System.Globalization;
using Simulator.Api.Words;

namespace Simulator.Api.Documents;

/// <summary>Where a value stands in its document, in the words of a user: <c>spec.containers[0].resources</c>.</summary>
public sealed class SourcePath
{
    public static readonly SourcePath Root = new(null, null, 0);

    private readonly SourcePath? _parent;

    private readonly string? _key;

    private readonly int _index;

    private SourcePath(SourcePath? parent, string? key, int index) => (_parent, _key, _index) = (parent, key, index);

    public SourcePath Child(string key) => new(this, key, 0);

    public SourcePath Child(int index) => new(this, null, index);

    /// <summary>"" for the root.</summary>
    public override string ToString() => Join(path => $"[{path._index.ToString(CultureInfo.InvariantCulture)}]");

    /// <summary>The same for every item of a list: <c>spec.containers[].resources</c>.</summary>
    public string ToPattern() => Join(_ => "[]");

    /// <summary>The sentence, after the path if there is one.</summary>
    public string Says(string sentence) => _parent is null ? sentence : $"{this}: {sentence}";

    private string Join(Func<SourcePath, string> item)
    {
        var steps = new List<string>();
        for (var path = this; path._parent is not null; path = path._parent)
        {
            steps.Add(path._key is null ? item(path) : (path._parent._parent is null ? "" : ".") + Shown(path._key));
        }

        steps.Reverse();
        return string.Concat(steps);
    }

    /// <summary>Keys with dots (labels, annotations) are quoted so that the path stays readable.</summary>
    private static string Shown(string key) =>
        key.AsSpan().IndexOfAny("./ ") < 0 ? Wording.Shortened(key) : $"'{Wording.Shortened(key, 120)}'";
}
