using System.Text.RegularExpressions;
using Simulator.ControlPlane.Versions;
using Xunit;

namespace Simulator.Tests.Quality;

/// <summary>Versions are tables: nobody asks which one it is, so that another needs a table and the policies that differ.</summary>
public sealed class VersionTests
{
    /// <summary>Tables, and recordings, which are of one version.</summary>
    private static readonly string[] MayNameVersions =
        ["Simulator.ControlPlane/Versions/Kubernetes", "Simulator.Scenarios/Conformance/"];

    [Fact]
    public void Only_tables_and_recordings_name_a_version_after_1_3() =>
        None.Of(SourceFiles.All.Where(file => !MayNameVersions.Any(place => file.Path.StartsWith(place, StringComparison.Ordinal)))
            .SelectMany(file => Lines(file).Where(line => NamesOne(line.Code)).Select(line => line.Place)));

    [Fact]
    public void Nobody_decides_by_the_name_of_a_version() =>
        None.Of(SourceFiles.All.SelectMany(file => Lines(file).Where(line => Decides(line.Code)).Select(line => line.Place)));

    [Fact]
    public void Every_table_is_listed_once_and_found_by_its_name()
    {
        Assert.Equal(["1.3.10", "1.20.2"], KubernetesVersions.Names);
        Assert.All(KubernetesVersions.All, version => Assert.Same(version, KubernetesVersions.Find(version.Name)));
        Assert.Null(KubernetesVersions.Find("1.4.0"));
    }

    [Theory]
    [InlineData("if (cluster.Version.Name == \"1.20.2\") Evict();", true)]
    [InlineData("if (cluster.Version == KubernetesVersions.Default) Evict();", true)]
    [InlineData("var is = ReferenceEquals(spec.Version, KubernetesVersions.All[1]);", true)]
    [InlineData("switch (spec.Version.Name)", true)]
    [InlineData("return version.Name switch", true)]
    [InlineData("KubernetesVersions.All.FirstOrDefault(version => version.Name == name);", false)]
    [InlineData("text = $\"Kubernetes {cluster.Version}\";", false)]
    public void A_condition_on_the_version_is_recognized(string code, bool expected) => Assert.Equal(expected, Decides(code));

    [Theory]
    [InlineData("\"as in 1.19 and 1.20; fixed: as mended later\"", true)]
    [InlineData("Read(\"fields-1.20.txt\")", true)]
    [InlineData("\"since 1.20.2\"", true)]
    [InlineData("var factor = 1.25 * 1.2;", false)]
    [InlineData("\"1.2.840.10045.4.3.2\"", false)]
    public void The_name_of_a_later_version_is_recognized(string code, bool expected) => Assert.Equal(expected, NamesOne(code));

    /// <summary>Object identifiers of certificates begin alike, and numbers stand outside of texts.</summary>
    private static bool NamesOne(string code) =>
        Regex.IsMatch(code, @"(?<![\w.])1\.(?:[4-9]|[1-9]\d)\.\d+\b|\bV1_?20\b|\bKubernetes1\d+\b")
        || Regex.Matches(code, @"""[^""]*""").Any(text => Regex.IsMatch(text.Value, @"(?<![\d.])1\.(?:1[4-9]|[2-3]\d)(?![\d%]|\.\d{2})"));

    private static bool Decides(string code) =>
        Regex.IsMatch(code, @"\b[vV]ersion(?:\.Name)?\s*(?:==|!=|\bis\b)\s*(?:not\s+)?(?:""\d|Kubernetes)")
        || Regex.IsMatch(code, @"ReferenceEquals\([^)]*Version\b[^)]*KubernetesVersions")
        || Regex.IsMatch(code, @"\b[vV]ersion\.Name\s+switch|switch\s*\([^)]*\b[vV]ersion\.Name\)");

    /// <summary>Without comments, which name the version that a rule was read in.</summary>
    private static IEnumerable<(string Code, string Place)> Lines((string Path, string Text) file) => file.Text.Split('\n')
        .Select((line, index) => (Code: line.Split("//")[0], Place: $"src/{file.Path}:{index + 1}: {line.Trim()}"));
}
