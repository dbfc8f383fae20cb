using Simulator.Reports.RunSets;
using Simulator.Scenarios.Files;
using Simulator.Studies.Runs;
using Simulator.Tests.Cli;
using Simulator.Tests.Quality;
using Xunit;

namespace Simulator.Tests.Studies;

public sealed class SingleRunTests
{
    [Fact]
    public void It_is_the_run_that_the_program_makes()
    {
        var path = Path.Combine(Repository.Root, "scenarios", "guestbook.yaml");
        var folder = Directory.CreateTempSubdirectory().FullName;
        Assert.Equal(0, CommandLine.Run("run", path, "--quiet", "--out", folder).ExitCode);
        var expected = Assert.Single(RunSetFile.ReadFolder(folder)!.Rows);
        Directory.Delete(folder, recursive: true);
        var row = SingleRun.Of(ScenarioReader.Read(path).Scenario!, [], TestContext.Current.CancellationToken);
        Assert.Equal((expected.Seed, expected.Digest), (row.Seed, row.Digest));
        Assert.Equal(expected.Measures, row.Measures);
    }
}
