using Xunit;

namespace Simulator.Tests.Quality;

/// <summary>Holds the folders of src to the table of floors in src/README.md: nobody knows who is above or beside him.</summary>
public sealed class FloorTests
{
    private const string Header = "| house | floors, from the ground up | beside it |";

    private static readonly IReadOnlyList<House> Table =
        House.Read(File.ReadAllText(Path.Combine(Repository.Root, "src", "README.md")), Header);

    public static TheoryData<string> Houses => [.. Table.Select(house => house.Path)];

    [Theory]
    [MemberData(nameof(Houses))]
    public void Nobody_knows_who_is_above_or_beside_him(string path)
    {
        var house = Table.Single(house => house.Path == path);
        var files = SourceFiles.Below(house.Folder);
        var arrows = new Arrows(house, files);
        None.Of(files.SelectMany(file => arrows.Forbidden(file.Path, file.Text)));
    }

    [Theory]
    [MemberData(nameof(Houses))]
    public void Every_folder_has_its_floor(string path)
    {
        var house = Table.Single(house => house.Path == path);
        Assert.Equal(
            new Arrows(house, SourceFiles.Below(house.Folder)).Folders,
            house.Floors.SelectMany(floor => floor).Concat(house.Beside).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_project_is_a_house() =>
        Assert.Equal(
            SourceFiles.All.Select(file => file.Path.Split('/')[0]["Simulator.".Length..]).Distinct().Where(project => project != "Engine"),
            Table.Select(house => house.Path).Where(path => !path.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Only_the_top_of_the_world_knows_a_whole_cluster() =>
        None.Of(SourceFiles.Below(Table.Single(house => house.Path == "World").Folder)
            .Where(file => !file.Path.StartsWith("Running/", StringComparison.Ordinal))
            .Where(file => file.Text.Contains("SimulatedCluster", StringComparison.Ordinal))
            .Select(file => file.Path));

    [Theory]
    [InlineData("Cellar/A.cs", "using Simulator.Town.Attic;", "Town/Cellar/A.cs:1: Cellar -> Attic: Attic is above Cellar")]
    [InlineData("Cellar/A.cs", "\nvar x = new Simulator.Town.Attic.Lamp();", "Town/Cellar/A.cs:2: Cellar -> Attic: Attic is above Cellar")]
    [InlineData("Cellar/A.cs", "var x = Attic.Lamp.Light();", "Town/Cellar/A.cs:1: Cellar -> Attic: Attic is above Cellar")]
    [InlineData("Cellar/A.cs", "using Simulator.Town.Boiler;", "Town/Cellar/A.cs:1: Cellar -> Boiler: Boiler is on the same floor")]
    [InlineData("Cellar/A.cs", "Door? door;", "Town/Cellar/A.cs:1: Cellar -> .: . is above Cellar")]
    [InlineData("Attic/A.cs", "using Simulator.Town.Tree;", "Town/Attic/A.cs:1: Attic -> Tree: Tree stands beside the house")]
    [InlineData(
        "Tree/A.cs", "using Simulator.Town.Attic;",
        "Town/Tree/A.cs:1: Tree -> Attic: Tree only looks in, and Attic is the top of the house")]
    [InlineData("Attic/A.cs", "using Simulator.Town.Cellar;", "")]
    [InlineData("Attic/A.cs", "/// <see cref=\"Attic.Lamp\"/> is not in the Cellar.", "")]
    [InlineData("Tree/A.cs", "using Simulator.Town.Cellar;", "")]
    public void An_arrow_is_told_with_its_place(string path, string text, string expected)
    {
        var house = Assert.Single(House.Read($"a\n{Header}\n|---|---|---|\n| `Town` | Cellar, Boiler · . · Attic | Tree |\nb", Header));
        var files = new[]
        {
            ("Door.cs", "internal sealed class Door;"),
            ("Boiler/B.cs", ""),
            ("Cellar/C.cs", ""),
            ("Attic/D.cs", ""),
            ("Tree/E.cs", ""),
        };
        Assert.Equal(expected, string.Join('\n', new Arrows(house, files).Forbidden(path, text)));
    }
}
