using Simulator.Reports.Files;
using Simulator.Reports.RunSets;
using Simulator.Reports.Summaries;
using Xunit;

namespace Simulator.Tests.Quality;

/// <summary>A file that the program writes is named by one constant: who renames it renames it everywhere.</summary>
public sealed class FileNameTests
{
    [Theory]
    [InlineData(SummaryJson.FileName)]
    [InlineData(RunSetFile.Name)]
    [InlineData(ResultFolder.ReportFile)]
    [InlineData("summary.md")]
    public void A_name_is_written_once(string name)
    {
        var places = SourceFiles.All.SelectMany(file => file.Text.Split('\n').Where(line => IsNamedIn(line, name)).Select(_ => file.Path));
        Assert.Single(places);
    }

    /// <summary>As a text of its own: sentences may speak of it, too.</summary>
    private static bool IsNamedIn(string line, string name) =>
        !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && line.Contains($"\"{name}\"", StringComparison.Ordinal);
}
