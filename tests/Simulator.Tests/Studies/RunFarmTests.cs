using Simulator.Reports.RunSets;
using Simulator.Studies.Farm;
using Xunit;

namespace Simulator.Tests.Studies;

public sealed class RunFarmTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Rows_come_in_the_order_of_the_tasks(int threads)
    {
        var told = new List<string>();
        var rows = RunFarm.Run(Tasks(20), Slowly, row => told.Add(row.Seed), TestContext.Current.CancellationToken, threads);
        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"{i}"), rows.Select(row => row.Seed));
        Assert.Equal(rows.Select(row => row.Seed).Order(), told.Order());
    }

    [Fact]
    public void What_is_finished_is_kept()
    {
        using var source = new CancellationTokenSource();
        var told = 0;
        var rows = RunFarm.Run(Tasks(1000), Slowly, _ => { if (++told == 5) source.Cancel(); }, source.Token, threads: 2);
        Assert.InRange(rows.Count, 5, 7);
        Assert.Equal(told, rows.Count);
    }

    [Fact]
    public void A_full_disk_ends_the_farm_and_is_told_as_it_is()
    {
        var kept = 0;
        var failure = Assert.Throws<IOException>(() => RunFarm.Run(
            Tasks(1000), Slowly, _ => { if (++kept == 5) throw new IOException("No space left on device"); },
            TestContext.Current.CancellationToken, threads: 4));
        Assert.Equal("No space left on device", failure.Message);
        Assert.Equal(5, kept);
    }

    [Fact]
    public void A_bug_in_a_run_is_thrown_as_it_was() => Assert.Throws<InvalidOperationException>(() => RunFarm.Run(
        Tasks(100), (_, _) => throw new InvalidOperationException("bug"), _ => { }, TestContext.Current.CancellationToken, threads: 3));

    private static RunTask[] Tasks(int count) => [.. RunTask.Seeds(1, count).Select(seed => new RunTask([], seed))];

    /// <summary>The first ones end last.</summary>
    private static RunRow Slowly(RunTask task, CancellationToken interruption)
    {
        Thread.Sleep(task.Seed < 4 ? 20 : 1);
        return new RunRow { Seed = $"{task.Seed}", Digest = "", Measures = new Dictionary<string, double>() };
    }
}
