using Simulator.Reports.Plots;
using Simulator.Reports.Summaries;
using Simulator.Reports.Tables;

namespace Simulator.Reports.Html;

/// <summary>What a page is made of.</summary>
/// <param name="Pictures">In the order in which they are worth looking at.</param>
/// <param name="Tables">The CSV files beside the page.</param>
/// <param name="Notes">What the files beside the page leave out, a sentence each.</param>
internal sealed record ReportContent(Summary Summary, IReadOnlyList<Picture> Pictures, TableNames Tables, IReadOnlyList<string> Notes);
