using Xunit;

namespace Simulator.Tests.Api.Validation;

/// <summary>Volumes of pods (TestValidateVolumes in pkg/api/validation/validation_test.go of 1.3.10).</summary>
public sealed class VolumeRuleTests
{
    private const string Base = """
        apiVersion: v1
        kind: Pod
        metadata: { name: p, namespace: ns }
        spec:
          volumes: [{ name: v, hostPath: { path: /x } }]
          containers: [{ name: c, image: "i:1" }]
        """;

    public static TheoryData<string> Rows { get; } = RuleTable.Rows("""
        => ok
        spec.volumes = [{name: abc-123, emptyDir: {}}, {name: "123", gitRepo: {repository: my-repo, revision: h, directory: target}}] => ok
        spec.volumes[0].name - => spec.volumes[0].name: Required value
        spec.volumes[0].name = a.b => spec.volumes[0].name: Invalid value: "a.b": must match the regex [a-z0-9]([-a-z0-9]*[a-z0-9])? (e.g. 'my-name' or '123-abc')
        spec.volumes[1] = {name: v, emptyDir: {}} => spec.volumes[1].name: Duplicate value: "v"
        spec.volumes[0] = {name: v} => ok
        spec.volumes[0] = {name: v, projected: {sources: []}} => ok
        spec.volumes[0].hostPath.path - => spec.volumes[0].hostPath.path: Required value
        spec.volumes[0].emptyDir = {} => spec.volumes[0].hostPath: Forbidden: may not specify more than 1 volume type
        spec.volumes[0].secret = {secretName: s} => spec.volumes[0].secret: Forbidden: may not specify more than 1 volume type
        spec.volumes[0].configMap = {name: m} => spec.volumes[0].configMap: Forbidden: may not specifiy more than 1 volume type
        spec.volumes[0].cephfs = {monitors: [a]} => spec.volumes[0].cephFS: Forbidden: may not specify more than 1 volume type
        spec.volumes[0].downwardAPI = {items: []} => spec.volumes[0].downwarAPI: Forbidden: may not specify more than 1 volume type
        spec.volumes[0].azureFile = {secretName: k, shareName: s} => ok
        spec.volumes[0] = {name: v, gitRepo: {}} => spec.volumes[0].gitRepo.repository: Required value
        spec.volumes[0] = {name: v, gitRepo: {repository: r, directory: /x}} => spec.volumes[0].gitRepo.directory: Invalid value: "/x": must be a relative path
        spec.volumes[0] = {name: v, gitRepo: {repository: r, directory: a/../b}} => spec.volumes[0].gitRepo.directory: Invalid value: "a/../b": must not contain '..'
        spec.volumes[0] = {name: v, gitRepo: {repository: r, directory: ..x}} => spec.volumes[0].gitRepo.directory: Invalid value: "..x": must not start with '..'
        spec.volumes[0] = {name: v, gcePersistentDisk: {pdName: d, fsType: ext4, partition: 1}} => ok
        spec.volumes[0] = {name: v, gcePersistentDisk: {partition: 256}} => spec.volumes[0].persistentDisk.pdName: Required value | spec.volumes[0].persistentDisk.partition: Invalid value: 256: must be between 1 and 255, inclusive
        spec.volumes[0] = {name: v, awsElasticBlockStore: {partition: -1}} => spec.volumes[0].awsElasticBlockStore.volumeID: Required value | spec.volumes[0].awsElasticBlockStore.partition: Invalid value: -1: must be between 1 and 255, inclusive
        spec.volumes[0] = {name: v, secret: {}} => spec.volumes[0].secret.secretName: Required value
        spec.volumes[0] = {name: v, configMap: {}} => spec.volumes[0].configMap.name: Required value
        spec.volumes[0] = {name: v, persistentVolumeClaim: {}} => spec.volumes[0].persistentVolumeClaim.claimName: Required value
        spec.volumes[0] = {name: v, nfs: {}} => spec.volumes[0].nfs.server: Required value | spec.volumes[0].nfs.path: Required value | spec.volumes[0].nfs.path: Invalid value: "": must be an absolute path
        spec.volumes[0] = {name: v, nfs: {server: s, path: x}} => spec.volumes[0].nfs.path: Invalid value: "x": must be an absolute path
        spec.volumes[0] = {name: v, iscsi: {targetPortal: 127.0.0.1, iqn: i, lun: 255}} => ok
        spec.volumes[0] = {name: v, iscsi: {lun: 256}} => spec.volumes[0].iscsi.targetPortal: Required value | spec.volumes[0].iscsi.iqn: Required value | spec.volumes[0].iscsi.lun: Invalid value: 256: must be between 0 and 255, inclusive
        spec.volumes[0] = {name: v, fc: {targetWWNs: [], lun: 1}} => spec.volumes[0].fc.targetWWNs: Required value
        spec.volumes[0] = {name: v, fc: {targetWWNs: [w]}} => spec.volumes[0].fc.lun: Required value
        spec.volumes[0] = {name: v, fc: {targetWWNs: [w], lun: 0}} => ok
        spec.volumes[0] = {name: v, glusterfs: {}} => spec.volumes[0].glusterfs.endpoints: Required value | spec.volumes[0].glusterfs.path: Required value
        spec.volumes[0] = {name: v, flocker: {datasetName: ""}} => spec.volumes[0].flocker.datasetName: Required value
        spec.volumes[0] = {name: v, flocker: {datasetName: a/b}} => spec.volumes[0].flocker.datasetName: Invalid value: "a/b": must not contain '/'
        spec.volumes[0] = {name: v, rbd: {monitors: []}} => spec.volumes[0].rbd.monitors: Required value | spec.volumes[0].rbd.image: Required value
        spec.volumes[0] = {name: v, rbd: {monitors: [m], image: i, fsType: ext4}} => ok
        spec.volumes[0] = {name: v, cinder: {}} => spec.volumes[0].cinder.volumeID: Required value
        spec.volumes[0] = {name: v, cephfs: {}} => spec.volumes[0].cephfs.monitors: Required value
        spec.volumes[0] = {name: v, flexVolume: {}} => spec.volumes[0].flexVolume.driver: Required value
        spec.volumes[0] = {name: v, azureFile: {}} => spec.volumes[0].azureFile.secretName: Required value | spec.volumes[0].azureFile.shareName: Required value
        spec.volumes[0] = {name: v, vsphereVolume: {}} => spec.volumes[0].vsphereVolume.volumePath: Required value
        spec.volumes[0] = {name: v, downwardAPI: {items: [{path: labels, fieldRef: {fieldPath: metadata.labels}}, {path: a/..b, fieldRef: {fieldPath: metadata.name}}]}} => ok
        spec.volumes[0] = {name: v, downwardAPI: {items: [{fieldRef: {fieldPath: metadata.labels}}]}} => spec.volumes[0].downwardAPI.path: Required value
        spec.volumes[0] = {name: v, downwardAPI: {items: [{path: /a, fieldRef: {fieldPath: metadata.labels}}]}} => spec.volumes[0].downwardAPI.path: Invalid value: "/a": must be a relative path
        spec.volumes[0] = {name: v, downwardAPI: {items: [{path: a, fieldRef: {fieldPath: status.podIP}}]}} => spec.volumes[0].downwardAPI.fieldRef.fieldPath: Unsupported value: "status.podIP": supported values: metadata.annotations, metadata.labels, metadata.name, metadata.namespace
        spec.volumes[0] = {name: v, downwardAPI: {items: [{path: a}]}} => spec.volumes[0].downwardAPI: Required value: one of fieldRef and resourceFieldRef is required
        spec.volumes[0] = {name: v, downwardAPI: {items: [{path: a, fieldRef: {fieldPath: metadata.name}, resourceFieldRef: {containerName: c, resource: limits.cpu}}]}} => spec.volumes[0].downwardAPI: Invalid value: "resource": fieldRef and resourceFieldRef can not be specified simultaneously
        spec.volumes[0] = {name: v, downwardAPI: {items: [{path: a, resourceFieldRef: {resource: limits.cpu}}]}} => spec.volumes[0].downwardAPI.resourceFieldRef.containerName: Required value
        spec.volumes[0] = {name: v, downwardAPI: {items: [{path: a, resourceFieldRef: {containerName: c, resource: limits.cpu}}]}} => ok
        """);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Of_volumes(string row) => RuleTable.Check(Base, row);
}
