using Simulator.Scenarios.Files;
using Simulator.Studies.Runs;
using Simulator.Tests.Cases;
using Xunit;

namespace Simulator.Tests.Studies;

public sealed class LockstepTests
{
    /// <summary>Steps of a 400th of ten microseconds are none.</summary>
    [Fact]
    public void The_shortest_runs_end()
    {
        var scenario = ScenarioReader.Read(CaseRun.Folder("extremes/09-duration-10us-hangs.yaml")).Scenario!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        Assert.Null(Lockstep.Part(scenario, scenario, limit.Token));
    }
}
