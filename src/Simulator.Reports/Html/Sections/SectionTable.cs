namespace Simulator.Reports.Html.Sections;

/// <summary>The parts of report.html, from top to bottom. Each is one file, and "" in a run that has nothing for it.</summary>
internal static class SectionTable
{
    /// <summary>What everybody reads.</summary>
    private static readonly Func<ReportContent, string>[] Open =
    [
        AnswerSection.Of,
        VerdictSection.Of,
        PictureSection.Lead,
        PopulationSection.Of,
        FindingSection.Of,
        WaitingSection.Of,
        StateSection.Of,
        LossSection.Of,
        LoadSection.Of,
        OmissionSection.Of,
        OriginSection.Of,
    ];

    /// <summary>What somebody opens who wants to know.</summary>
    private static readonly Func<ReportContent, string>[] Folded =
    [
        MomentSection.Of,
        ChronicleSection.Of,
        PictureSection.More,
        MoneySection.Of,
        NameSection.Of,
        MeasureSection.Of,
        ZoneSection.Of,
        WorkloadSection.Of,
        FileSection.Of,
    ];

    public static string Html(ReportContent content) => string.Concat(Open.Concat(Folded).Select(section => section(content)));
}
