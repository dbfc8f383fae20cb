using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Catalog;
using Xunit;

namespace Simulator.Tests.Quality;

public sealed class HouseTests
{
    [Theory]
    [InlineData(".")]
    [InlineData("src")]
    [InlineData("scenarios")]
    [InlineData("tests")]
    [InlineData("results")]
    public void Every_folder_explains_itself(string folder) =>
        Assert.True(File.Exists(Path.Combine(Repository.Root, folder, "README.md")), $"{folder}/README.md");

    [Fact]
    public void Every_package_is_explained_in_the_architecture()
    {
        var explanation = File.ReadAllText(Path.Combine(Repository.Root, "src", "README.md"));
        var packages = System.Xml.Linq.XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value);
        Assert.DoesNotContain(packages, package => !explanation.Contains($"`{package}`", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_kind_of_finding_is_explained_as_the_table_has_it()
    {
        var table = string.Join(
            '\n', Simulator.Reports.Findings.FindingCatalog.All.Select(kind => $"| `{kind.Name}` | {kind.Meaning} | {kind.Cost} |"));
        Page.Says(Path.Combine("results", "README.md"), table, "| `plan-left-out` |", line => !line.StartsWith('|'));
    }

    [Fact]
    public void Every_measure_is_explained_as_the_catalogue_has_it()
    {
        var table = string.Join('\n', MeasureCatalog.All.Select(RowOf));
        Page.Says(Path.Combine("results", "README.md"), table, "| `availability.", line => !line.StartsWith('|'));
    }

    private static string RowOf(MeasureEntry entry)
    {
        var (stake, noise) = (entry.Stake, StakeText.Noise(entry.Stake, entry.Unit));
        return $"| `{entry.Pattern}` | {entry.Unit} | {StakeText.Better(stake)} | {StakeText.MattersFrom(stake, entry.Unit)} "
            + $"| {noise} | {StakeText.Kind(stake)} | {entry.Meaning} |";
    }
}
