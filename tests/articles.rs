//! What is found in whole articles, as a report that shows every change of behaviour as a diff.
//! To accept a change: `INSTA_UPDATE=always cargo test --test articles`.

use std::process::Command;

#[test]
fn reports() {
    insta::glob!("articles/*.txt", |path| {
        let name = path.file_name().expect("the glob matches files");
        let output = Command::new(env!("CARGO_BIN_EXE_copydesk"))
            .current_dir(path.parent().expect("it lies in a folder"))
            .args(["analyze".as_ref(), name])
            .output()
            .expect("the command starts");
        assert!(output.status.success());
        insta::assert_snapshot!(String::from_utf8(output.stdout).expect("the report is UTF-8"));
    });
}
