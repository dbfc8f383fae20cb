namespace Simulator.Scenarios.Import.Reading;

/// <summary>A file of a dump that may hold objects, wherever it lies.</summary>
/// <param name="Name">For people: of an archive's file <c>dump.tar.gz:namespaces/a/pods.yaml</c>.</param>
/// <param name="Content">Unpacked; to be read before the next file is asked for.</param>
/// <param name="IsGiven">By somebody, not found in a folder or an archive: there much may lie that is no dump.</param>
internal sealed record DumpFile(string Name, Stream Content, bool IsGiven);
