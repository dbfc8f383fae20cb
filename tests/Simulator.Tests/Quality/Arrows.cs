using System.Text.RegularExpressions;

namespace Simulator.Tests.Quality;

/// <summary>
/// Which folders of a house a file names: in its using lines, in a name with its namespace, and, because an enclosing namespace needs no
/// using line, by the names of the types that the house's own files declare.
/// </summary>
internal sealed class Arrows
{
    private static readonly Regex Declaration = new(
        @"^(?:(?:public|internal|sealed|static|abstract|readonly|partial|ref) )*(?:class|record struct|record|struct|interface|enum) (\w+)",
        RegexOptions.Multiline);

    private readonly House _house;
    private readonly Regex _named;
    private readonly Regex? _own;

    /// <param name="files">Of the house: path below it, and text.</param>
    public Arrows(House house, IReadOnlyCollection<(string Path, string Text)> files)
    {
        _house = house;
        Folders = [.. files.Select(file => FolderOf(file.Path)).Distinct().Order(StringComparer.Ordinal)];
        var folders = string.Join('|', Folders.Where(folder => folder != "."));
        _named = new Regex($@"\b{Regex.Escape(house.Namespace)}\.(\w+)|(?<![.\w])({folders})\.[A-Z]\w*[.(<]");
        var own = files.Where(file => FolderOf(file.Path) == ".")
            .SelectMany(file => Declaration.Matches(file.Text))
            .Select(match => match.Groups[1].Value);
        _own = own.Any() ? new Regex($@"(?<![.\w])({string.Join('|', own.Distinct())})\b") : null;
    }

    public IReadOnlyList<string> Folders { get; }

    /// <summary>"file:line: from -> to (why not)".</summary>
    public IEnumerable<string> Forbidden(string path, string text)
    {
        var from = FolderOf(path);
        var line = 0;
        foreach (var content in text.Split('\n'))
        {
            line++;
            if (content.StartsWith("namespace ", StringComparison.Ordinal)
                || content.TrimStart().StartsWith("//", StringComparison.Ordinal))
            {
                continue;
            }
            foreach (var to in Named(content, from))
            {
                if (_house.Forbids(from, to) is { } why) yield return $"{_house.Path}/{path}:{line}: {from} -> {to}: {why}";
            }
        }
    }

    private IEnumerable<string> Named(string line, string from)
    {
        foreach (Match match in _named.Matches(line))
        {
            var name = match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value;
            yield return Folders.Contains(name) ? name : ".";
        }

        if (from != "." && _own?.IsMatch(line) == true) yield return ".";
    }

    private static string FolderOf(string path) =>
        path.Contains('/', StringComparison.Ordinal) ? path[..path.IndexOf('/', StringComparison.Ordinal)] : ".";
}
