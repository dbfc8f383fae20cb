using Simulator.Api.Documents;
using Simulator.Reports.Summaries;

namespace Simulator.Cli.Output;

/// <summary>What there is to say about the input, for machines: <c>validate --json</c>.</summary>
/// <param name="Files">That were looked at.</param>
/// <param name="Dropped">Sentences beyond those that are kept.</param>
internal sealed record DiagnosticDocument(
    bool IsValid, int Files, IReadOnlyList<DiagnosticRow> Diagnostics, IReadOnlyList<OmissionRow> NotActedUpon, long Dropped)
{
    public static DiagnosticDocument Of(Diagnostics diagnostics, int files) => new(
        !diagnostics.HasErrors && !diagnostics.HasRefusals,
        files,
        [
            .. diagnostics.Errors.Select(found => DiagnosticRow.Of("error", found)),
            .. diagnostics.Refusals.Select(found => DiagnosticRow.Of("refused", found)),
            .. diagnostics.Remarks.Select(found => DiagnosticRow.Of("remark", found)),
        ],
        [.. diagnostics.Omissions.Select(omission => OmissionRow.Of(omission, ""))],
        diagnostics.Dropped);
}

/// <param name="Severity"><c>error</c>, <c>refused</c> (by the API server) or <c>remark</c>.</param>
/// <param name="Line">From 1; 0 if the sentence is about the file as a whole; so is the column.</param>
internal sealed record DiagnosticRow(string Severity, string File, int Line, int Column, string Message)
{
    public static DiagnosticRow Of(string severity, Diagnostic found) => new(severity, found.File, found.Line, found.Column, found.Message);
}
