"""Codes of the shipped formats by what they have in common; entries are given to them."""

STUDENT_STUDENT = "student_student"
TEACHER_TEACHER = "teacher_teacher"
COLLEGE_SCHOOL = "college_school"
EMPLOYER_SCHOOL = "employer_school"
EMPLOYER_COLLEGE = "employer_college"
TEACHER_STUDENT = "teacher_student"
COLLEGE_COLLEGE = "college_college"
LEADER_TEACHER = "leader_teacher"
PARTNER_TEACHER = "partner_teacher"
COLLEGE_TEACHER = "college_teacher"
TEACHER_GUARDIAN = "teacher_guardian"
SPECIALIST_STUDENT = "specialist_student"

PEERS = (STUDENT_STUDENT, COLLEGE_COLLEGE)
EMPLOYERS = (EMPLOYER_SCHOOL, EMPLOYER_COLLEGE)
OF_PUPILS = (
    STUDENT_STUDENT,
    COLLEGE_SCHOOL,
    EMPLOYER_SCHOOL,
    EMPLOYER_COLLEGE,
    TEACHER_STUDENT,
    COLLEGE_COLLEGE,
    SPECIALIST_STUDENT,
)
OF_TEACHERS = (TEACHER_TEACHER, LEADER_TEACHER, PARTNER_TEACHER, COLLEGE_TEACHER)
ALL = (*OF_PUPILS, *OF_TEACHERS, TEACHER_GUARDIAN)
