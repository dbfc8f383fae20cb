namespace Simulator.Reports.Measures;

/// <summary>The measures of a run alone, for whoever makes thousands of them.</summary>
public static class RunMeasures
{
    /// <summary>Sorted by name, as in summary.json.</summary>
    /// <param name="run">It has been told all facts of a run that has ended.</param>
    public static IReadOnlyDictionary<string, double> Of(RunRecorder run) => new MeasuresOfRun(run, RowsOfRun.Services(run)).Gather();
}
