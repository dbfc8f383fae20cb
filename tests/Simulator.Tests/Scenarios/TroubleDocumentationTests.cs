using Simulator.Tests.Quality;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Scenarios;

public sealed class TroubleDocumentationTests
{
    [Fact]
    public void Every_kind_of_trouble_is_explained()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "scenarios", "README.md"));
        Assert.All(OutageKinds.All, facts => Assert.Contains($"`{facts.Name}`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_kind_of_trouble_has_its_facts() =>
        Assert.Equal(Enum.GetValues<OutageKind>(), OutageKinds.All.Select(facts => facts.Kind).Order());
}
