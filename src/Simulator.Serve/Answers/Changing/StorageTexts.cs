using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Changing;

/// <summary>Texts of the storage below the registries, which reach clients (pkg/storage/errors.go).</summary>
internal static class StorageTexts
{
    /// <summary>Quirk: it prints the address of the uid that was asked for instead of the uid.</summary>
    public static string OtherUid(RequestTarget target, string found) =>
        $"StorageError: invalid object, Code: 4, Key: {Key(target.Key)}, ResourceVersion: 0, AdditionalErrorMsg: "
        + $"Precondition failed: UID in precondition: 0xc420000000, UID in object meta: {found}";

    /// <summary>Where etcd has it.</summary>
    private static string Key(DocumentKey key)
    {
        var place = key.Resource switch
        {
            "replicationcontrollers" => "controllers",
            "nodes" => "minions",
            "services" => "services/specs",
            "endpoints" => "services/endpoints",
            "ingresses" => "ingress",
            _ => key.Resource,
        };
        return key.Namespace.Length > 0 ? $"/registry/{place}/{key.Namespace}/{key.Name}" : $"/registry/{place}/{key.Name}";
    }
}
