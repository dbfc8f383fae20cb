using System.Text.RegularExpressions;
using Xunit;

namespace Simulator.Tests.Quality;

/// <summary>What the compiler does not hold: a file's namespace, its width and its length.</summary>
public sealed class StyleTests
{
    private const int ColumnsMax = 140;
    private const int LinesMax = 250;

    /// <summary>
    /// Vocabularies: everybody speaks of pods and events, so that a using line for each folder of them would tell nothing.
    /// </summary>
    private static readonly string[] OneNamespace =
    [
        "Simulator.Engine/", "Simulator.Api/Core/", "Simulator.Api/Meta/", "Simulator.Api/Scheduling/",
        "Simulator.Api/Storage/", "Simulator.Api/Workloads/",
    ];

    [Fact]
    public void Namespaces_follow_folders() =>
        None.Of(SourceFiles.All
            .Where(file => NamespaceOf(file.Text) is { } found && found != Wanted(file.Path))
            .Select(file => file.Path));

    [Fact]
    public void Lines_fit_a_screen() =>
        None.Of(SourceFiles.All.SelectMany(file => TooWide($"src/{file.Path}", file.Text.Split('\n'))));

    /// <summary>Tables and manifests as text (raw strings of several lines) are as wide as what they say.</summary>
    [Fact]
    public void Lines_of_tests_fit_a_screen() =>
        None.Of(SourceFiles.Below(Repository.Folder("tests"))
            .SelectMany(file => TooWide($"tests/{file.Path}", WithoutTexts(file.Text).Split('\n'))));

    [Fact]
    public void Files_are_short() =>
        None.Of(SourceFiles.All.Where(file => file.Text.Count(letter => letter == '\n') >= LinesMax).Select(file => file.Path));

    /// <summary>System's first, then by name; namespaces before types, and those before names that a file gives.</summary>
    [Fact]
    public void Usings_stand_in_order() =>
        None.Of(SourceFiles.All.Select(file => (Path: $"src/{file.Path}", file.Text))
            .Concat(SourceFiles.Below(Repository.Folder("tests")).Select(file => (Path: $"tests/{file.Path}", file.Text)))
            .Where(file => !IsInOrder(file.Text))
            .Select(file => file.Path));

    [Fact]
    public void A_using_out_of_order_is_seen()
    {
        Assert.True(IsInOrder("using System.Text;\nusing Api;\nusing Api.Meta;\nusing static Api.Rules;\nusing A = Api.B;\n"));
        Assert.False(IsInOrder("using Api.Meta;\nusing Api;\n"));
        Assert.False(IsInOrder("using Api;\nusing System.Text;\n"));
    }

    [Fact]
    public void A_line_that_is_too_wide_is_told_with_its_place() =>
        Assert.Equal(["a.cs:2: 141 columns"], TooWide("a.cs", [new string('x', 140), new string('x', 141)]));

    private static IEnumerable<string> TooWide(string path, string[] lines) =>
        lines.Select((line, index) => (line.Length, Number: index + 1))
            .Where(line => line.Length > ColumnsMax)
            .Select(line => $"{path}:{line.Number}: {line.Length} columns");

    private static bool IsInOrder(string text)
    {
        var names = Regex.Matches(text, @"^using ([\w. =]+);", RegexOptions.Multiline).Select(found => found.Groups[1].Value).ToList();
        return names.SequenceEqual(names
            .OrderBy(name => name.Contains('=', StringComparison.Ordinal))
            .ThenBy(name => name.StartsWith("static ", StringComparison.Ordinal))
            .ThenBy(name => !name.StartsWith("System", StringComparison.Ordinal))
            .ThenBy(name => name, StringComparer.OrdinalIgnoreCase));
    }

    private static string WithoutTexts(string text) =>
        Regex.Replace(
            text, "(\"{3,}).*?\\1", match => new string('\n', match.Value.Count(letter => letter == '\n')), RegexOptions.Singleline);

    private static string? NamespaceOf(string text) =>
        Regex.Match(text, @"^namespace ([\w.]+);", RegexOptions.Multiline) is { Success: true } found ? found.Groups[1].Value : null;

    private static string Wanted(string path) =>
        OneNamespace.Any(folder => path.StartsWith(folder, StringComparison.Ordinal))
            ? path[..path.IndexOf('/', StringComparison.Ordinal)]
            : path[..path.LastIndexOf('/')].Replace('/', '.');
}
