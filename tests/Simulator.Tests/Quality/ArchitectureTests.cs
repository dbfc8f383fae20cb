using System.Xml.Linq;
using Xunit;

namespace Simulator.Tests.Quality;

/// <summary>
/// Holds the project references to the diagram of src/README.md, and the bans to the projects that must be deterministic.
/// </summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Simulator.Api"] = [],
        ["Simulator.Engine"] = [],
        ["Simulator.ControlPlane"] = ["Simulator.Api"],
        ["Simulator.World"] = ["Simulator.ControlPlane", "Simulator.Engine"],
        ["Simulator.Plugins"] = ["Simulator.Api"],
        ["Simulator.Scenarios"] = ["Simulator.Plugins", "Simulator.World"],
        ["Simulator.Reports"] = ["Simulator.World"],
        ["Simulator.Serve"] = ["Simulator.Scenarios"],
        ["Simulator.Studies"] = ["Simulator.Reports", "Simulator.Scenarios"],
        ["Simulator.Library"] = ["Simulator.Studies"],
        ["Simulator.Cli"] = ["Simulator.Reports", "Simulator.Scenarios", "Simulator.Serve", "Simulator.Studies"],
    };

    public static TheoryData<string> Projects => [.. Directory.GetFiles(Repository.Folder("src"), "*.csproj", SearchOption.AllDirectories)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_what_the_diagram_says(string path)
    {
        var references = XDocument.Load(path).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Order(StringComparer.Ordinal);
        Assert.Equal(Allowed[Path.GetFileNameWithoutExtension(path)], references);
    }

    [Fact]
    public void Every_project_of_the_diagram_exists() =>
        Assert.Equal(
            Allowed.Keys.Order(StringComparer.Ordinal),
            Projects.Select(row => Path.GetFileNameWithoutExtension(row.Data)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("ControlPlane")]
    [InlineData("Engine")]
    [InlineData("World")]
    [InlineData("Plugins")]
    public void Deterministic_projects_carry_the_bans(string project)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Folder("src"), $"Simulator.{project}", $"Simulator.{project}.csproj"));
        Assert.Contains("BannedApiAnalyzers", text, StringComparison.Ordinal);
        Assert.Contains("BannedSymbols.txt", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("T:System.Random")]
    [InlineData("M:System.Guid.NewGuid")]
    [InlineData("T:System.Threading.Thread")]
    [InlineData("T:System.Threading.Tasks.Task")]
    [InlineData("T:System.IO.File")]
    public void The_bans_name(string symbol) =>
        Assert.Contains(symbol, File.ReadAllText(Path.Combine(Repository.Root, "BannedSymbols.txt")), StringComparison.Ordinal);

    /// <summary>No line may switch a ban off.</summary>
    [Fact]
    public void No_ban_is_lifted_in_code()
    {
        var lifted = Directory.GetFiles(Repository.Folder("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("RS0030", StringComparison.Ordinal));
        Assert.Empty(lifted);
    }
}
